/** The next meetings of every series as a feed; there is none while nothing has a date. */
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { feedItems } from '../../meetups/feed.ts';
import { datedSeries } from '../../meetups/questions.ts';
import { fullHref } from '../../site/here.ts';
import { settings } from '../../site/this-site.ts';

export const getStaticPaths = async () => ((await datedSeries()).length > 0 ? [{ params: { feed: 'dates' } }] : []);

export const GET: APIRoute = async () =>
  rss({
    title: `Meet-ups: ${settings.name}`,
    description: 'When the community meets next, and what is cancelled or moved.',
    site: fullHref('/meetups/'),
    trailingSlash: true,
    customData: '<language>en-gb</language>',
    items: (await datedSeries()).flatMap((series) => feedItems(series, fullHref, Date.now())),
  });
