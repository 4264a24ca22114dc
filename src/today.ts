/** The one place where the clock is read for a day. */

/** Today in London, as YYYY-MM-DD. */
export const todayInLondon = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date());
