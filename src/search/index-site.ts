/** Builds the search index over the finished pages. It runs in `build` only: in `dev` there is nothing to index yet. */
import * as pagefind from 'pagefind';

/** Where the index lies below the built site. */
export const INDEX_FOLDER = 'pagefind';

const must = ({ errors }: { errors: string[] }): void => {
  if (errors.length > 0) throw new Error(errors.join('; '));
};

/**
 * Indexes every built page below `folder` that marks its text with `data-pagefind-body`.
 *
 * @returns the number of pages that Pagefind read.
 * @throws with what Pagefind says, so that a site without search is never deployed.
 */
export const indexSite = async (folder: string): Promise<number> => {
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
    must({ errors });
    if (!index) throw new Error('Pagefind made no index.');
    const read = await index.addDirectory({ path: folder });
    must(read);
    must(await index.writeFiles({ outputPath: `${folder}/${INDEX_FOLDER}` }));
    return read.page_count;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The search index could not be built: ${why}`, { cause: error });
  } finally {
    await pagefind.close();
  }
};
