/** A dated session as a schema.org Event. Nothing is guessed: without a place or a time, none is given. */
import { isUnconfirmed } from '../fields.ts';
import type { SeriesData, SessionData } from './schema.ts';

/** @param url the whole web address of the session's page. */
export const sessionEvent = (session: SessionData, series: SeriesData, url: string): Record<string, unknown> => {
  const exception = series.exceptions.find((one) => session.date === (one.kind === 'moved' ? (one.to ?? one.on) : one.on));
  const cancelled = exception?.kind === 'cancelled';
  const other = exception?.kind === 'cancelled' ? undefined : exception;
  const time = session.time ?? other?.time ?? (isUnconfirmed(series.rule) ? undefined : series.rule.time);
  const usual = isUnconfirmed(series.place) ? undefined : { name: series.place.name, address: series.place.address };
  const place = other?.place ? { name: other.place } : usual;
  return {
    '@type': 'Event',
    'name': session.title,
    'description': session.summary,
    // Local time without an offset: https://schema.org/startDate takes it as the time at the place.
    'startDate': time ? `${session.date}T${time}` : session.date,
    'eventStatus': `https://schema.org/${cancelled ? 'EventCancelled' : 'EventScheduled'}`,
    url,
    ...(place ? { location: { '@type': 'Place', ...place } } : {}),
    ...(session.speakers.length > 0 ? { performer: session.speakers.map(({ name }) => ({ '@type': 'Person', name })) } : {}),
  };
};
