/** What pages ask about meet-ups. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { isUnconfirmed } from '../fields.ts';

export type Series = CollectionEntry<'series'>;
export type Session = CollectionEntry<'sessions'>;

/** All series; those with a known rhythm come first. */
export const listSeries = async (): Promise<Series[]> =>
  (await getCollection('series')).toSorted(
    (a, b) =>
      Number(isUnconfirmed(a.data.rule)) - Number(isUnconfirmed(b.data.rule)) || a.data.title.localeCompare(b.data.title, 'en'),
  );

let sessions: Promise<Session[]> | undefined;

/** The dated sessions, newest first; of one series if its id is given. Read once per build: Astro warns at each look into an empty folder. */
export const listSessions = async (series?: string): Promise<Session[]> =>
  (await (sessions ??= getCollection('sessions')))
    .filter(({ data }) => !series || data.series === series)
    .toSorted((a, b) => b.data.date.localeCompare(a.data.date));
