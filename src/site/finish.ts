/** What happens once all pages are written: they are indexed for search and copied as Markdown, side by side. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { indexSite } from '../search/index-site.ts';
import { writeCopies } from './markdown-copies.ts';

/** @param origin scheme and host of the site. */
export const finish = (origin: string): AstroIntegration => ({
  name: 'finish',
  hooks: {
    'astro:build:done': async ({ dir, pages, logger }) => {
      const root = fileURLToPath(dir);
      // Pagefind works in a process of its own, so the copies cost no time of its.
      const [indexed, copied] = await Promise.all([
        indexSite(root),
        writeCopies(
          root,
          pages.map(({ pathname }) => pathname),
          origin,
        ),
      ]);
      logger.info(`${indexed} pages can be searched, ${copied} copied as Markdown`);
    },
  },
});
