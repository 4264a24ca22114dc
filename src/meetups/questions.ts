/** What pages ask about meet-ups. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { isUnconfirmed } from '../fields.ts';
import { fullHref } from '../site/here.ts';
import { history } from '../site/dates.ts';
import { lastChanged } from '../site/history.ts';
import { settings } from '../site/this-site.ts';
import type { Listed, Publication } from './calendar.ts';
import { planOf, plainDay } from './plan.ts';
import { dayOf, type Plan } from './recurrence.ts';

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

/** When a series meets, its sessions included; undefined while nothing of it has a date. */
export const planFor = async ({ id, data }: Series): Promise<Plan | undefined> =>
  planOf(
    data,
    (await listSessions(id)).map((session) => session.data),
  );

const SESSIONS = 'content/meetups/sessions/';

/** How often the series or any session was changed: a number that only ever rises, for git forgets no file. */
const changesOf = (file: string): number => {
  let count = 0;
  for (const [name, { commits }] of history) if (name === file || name.startsWith(SESSIONS)) count += commits;
  return count;
};

/** A series as its calendar wants it. Files that git does not know count as changed today. */
export const listed = async ({ id, data }: Series): Promise<Listed> => {
  const file = `content/meetups/series/${id}.mdx`;
  const changed = [lastChanged(history, file), lastChanged(history, SESSIONS)].filter((day) => day !== undefined);
  return {
    id,
    data,
    sessions: await listSessions(id),
    sequence: changesOf(file),
    changed: changed.toSorted().at(-1) ?? plainDay(dayOf(Date.now())),
  };
};

/** The series that have dates: only they have calendars. */
export const datedSeries = async (): Promise<Listed[]> => {
  const all = await Promise.all(
    (await listSeries()).map(async (series) => ((await planFor(series)) ? [await listed(series)] : [])),
  );
  return all.flat();
};

/** How this site publishes a calendar of that name. */
export const publication = (name: string): Publication => ({ name, publisher: settings.name, full: fullHref });
