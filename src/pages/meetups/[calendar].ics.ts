/** The calendars: one for each series with dates, one for all of them, and one for each session. Without dates there is none. */
import type { APIRoute } from 'astro';
import { calendarOf, sessionCalendar } from '../../meetups/calendar.ts';
import { datedSeries, publication } from '../../meetups/questions.ts';
import { settings } from '../../site/this-site.ts';

export const getStaticPaths = async () => {
  const series = await datedSeries();
  const file = (calendar: string, text: string) => ({ params: { calendar }, props: { text } });
  const of = (id: string, title: string, members: typeof series) =>
    file(id, calendarOf(members, publication(title), `/meetups/${id}.ics`));
  return [
    ...(series.length > 0 ? [of('all', `Meet-ups: ${settings.name}`, series)] : []),
    ...series.map((one) => of(one.id, one.data.title, [one])),
    ...series.flatMap((one) =>
      one.sessions.flatMap((session) => {
        const text = sessionCalendar(one, session, publication(session.data.title));
        return text === undefined ? [] : [file(session.id, text)];
      }),
    ),
  ];
};

export const GET: APIRoute<{ text: string }> = ({ props: { text } }) =>
  new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
