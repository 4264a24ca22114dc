/** The next meetings as items of a feed. */
import type { RSSFeedItem } from '@astrojs/rss';
import type { Listed } from './calendar.ts';
import { ahead } from './event.ts';
import { planOf, plainDay, sessionOn } from './plan.ts';
import { meetingInWords } from './say.ts';

/** One item for each meeting ahead; its title says when, and whether it is cancelled. `full` makes whole web addresses. */
export const feedItems = (
  { id, data, sessions, changed }: Listed,
  full: (path: string) => string,
  now: number,
): RSSFeedItem[] => {
  const plan = planOf(
    data,
    sessions.map((session) => session.data),
  );
  return (plan ? ahead(plan, now) : []).map((meeting) => {
    const session = sessionOn(sessions, meeting.day);
    const why = meeting.changed && meeting.why ? `${meeting.why}. ` : '';
    return {
      title: `${meeting.kind === 0 ? 'Cancelled: ' : ''}${meetingInWords(meeting)}: ${session?.data.title ?? data.title}`,
      description: `${why}${session?.data.summary ?? data.summary}`,
      link: full(`/meetups/${session?.id ?? id}/`),
      pubDate: new Date(`${changed}T00:00:00Z`),
      customData: `<guid isPermaLink="false">${id}.${plainDay(meeting.on)}</guid>`,
      categories: [data.title],
    };
  });
};
