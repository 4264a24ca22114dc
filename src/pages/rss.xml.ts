import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { newest } from '../site/catalogue.ts';
import { fullHref } from '../site/here.ts';
import { settings } from '../site/this-site.ts';

export const GET: APIRoute = async () =>
  rss({
    title: `What is new at ${settings.name}`,
    description: settings.description,
    site: fullHref('/'),
    trailingSlash: true,
    customData: '<language>en-gb</language>',
    items: (await newest(50, ['Project', 'Meet-up', 'Guide', 'Contact'])).map(({ path, title, description, kind, added }) => ({
      title,
      description,
      link: fullHref(path),
      categories: [kind],
      ...(added ? { pubDate: new Date(`${added}T00:00:00Z`) } : {}),
    })),
  });
