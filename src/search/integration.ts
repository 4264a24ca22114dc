/** Builds the search index over the finished pages. It runs in `build` only: in `dev` there is nothing to index yet. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/** Where the index lies below the built site. */
export const INDEX_FOLDER = 'pagefind';

/**
 * Indexes every built page that marks its text with `data-pagefind-body`.
 *
 * @throws with what Pagefind says, so that a site without search is never deployed.
 */
export const searchIndex = (): AstroIntegration => ({
  name: 'search-index',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const path = fileURLToPath(dir);
      try {
        const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
        if (!index) throw new Error(errors.join('; '));
        const read = await index.addDirectory({ path });
        if (read.errors.length > 0) throw new Error(read.errors.join('; '));
        const written = await index.writeFiles({ outputPath: `${path}/${INDEX_FOLDER}` });
        if (written.errors.length > 0) throw new Error(written.errors.join('; '));
        logger.info(`${read.page_count} pages can be searched`);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(`The search index could not be built: ${why}`, { cause: error });
      } finally {
        await pagefind.close();
      }
    },
  },
});
