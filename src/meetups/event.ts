/** A dated session as a schema.org Event. Nothing is guessed: without a place or a time, none is given. */
import { isUnconfirmed } from '../fields.ts';
import type { SeriesData, SessionData } from './schema.ts';

/** @param url the whole web address of the session's page. */
export const sessionEvent = (session: SessionData, series: SeriesData, url: string): Record<string, unknown> => {
  const time = session.time ?? (isUnconfirmed(series.rule) ? undefined : series.rule.time);
  const cancelled = series.exceptions.some(({ kind, on }) => kind === 'cancelled' && on === session.date);
  return {
    '@type': 'Event',
    'name': session.title,
    'description': session.summary,
    // Local time without an offset: https://schema.org/startDate takes it as the time at the place.
    'startDate': time ? `${session.date}T${time}` : session.date,
    'eventStatus': `https://schema.org/${cancelled ? 'EventCancelled' : 'EventScheduled'}`,
    url,
    ...(isUnconfirmed(series.place)
      ? {}
      : { location: { '@type': 'Place', 'name': series.place.name, 'address': series.place.address } }),
    ...(session.speakers.length > 0 ? { performer: session.speakers.map(({ name }) => ({ '@type': 'Person', name })) } : {}),
  };
};
