/** Builds the search index from finished pages. It runs in `build` only: in `dev` there is nothing to index yet. */
import * as pagefind from 'pagefind';
import { withoutDisclosures } from '../glossary/disclosures.ts';
import { quietPagefind } from './quiet-pagefind.ts';
import { readPage, type ReadPage } from './read-page.ts';
import { writeSmallIndex } from './write-small.ts';

/** Where the index lies below the built site. */
const INDEX_FOLDER = 'pagefind';

/** Half of a page, and nothing to search. */
const STYLES = /<style[^>]*>[\s\S]*?<\/style>/g;

/** All that Pagefind reads of a page. What goes to it is written down a pipe, so the rest is left out. */
const MAIN = /<main[\s\S]*<\/main>/;

/** A page that search engines should not list has been superseded, or says what another page says. */
const UNLISTED = /<meta name="robots" content="noindex"/;

const must = <T extends { errors: string[] }>(answer: T): T => {
  if (answer.errors.length > 0) throw new Error(answer.errors.join('; '));
  return answer;
};

export interface SiteIndex {
  /** Reads one page, by its site path such as `/guide/x/`. Pages that mark no text with `data-pagefind-body` are not found. */
  add: (path: string, html: string) => void;
  /**
   * Writes the index below `folder`, once every page has been read.
   *
   * @returns the number of pages read.
   * @throws with what Pagefind says, so that a site without search is never deployed.
   */
  write: (folder: string) => Promise<number>;
}

/**
 * Begins an index of the site whose content lies below `root`. Pagefind reads in a process of its own, while further pages are
 * still being made.
 */
export const startIndex = (root: string): SiteIndex => {
  const index = pagefind.createIndex({ forceLanguage: 'en' }).then((answer) => {
    const { index: made } = must(answer);
    if (!made) throw new Error('Pagefind made no index.');
    return made;
  });
  const reading: Promise<unknown>[] = [];
  const pages: ReadPage[] = [];
  return {
    add(path, html) {
      if (UNLISTED.test(html)) return;
      const content = withoutDisclosures(html.replace(STYLES, ''));
      const page = readPage(path, content);
      if (page) pages.push(page);
      const [main = ''] = MAIN.exec(content) ?? [];
      const sourcePath = `${path.slice(1)}index.html`;
      const read = index.then((site) => site.addHTMLFile({ sourcePath, content: `<html lang="en">${main}</html>` })).then(must);
      // Heard in `write`; until then a failure is nobody's.
      read.catch(() => undefined);
      reading.push(read);
    },
    async write(folder) {
      try {
        const site = await index;
        await Promise.all(reading);
        const written = site.writeFiles({ outputPath: `${folder}/${INDEX_FOLDER}` });
        // Pagefind writes in its own process; what fails there is heard below.
        written.catch(() => undefined);
        writeSmallIndex(pages, root, folder);
        must(await written);
        quietPagefind(`${folder}/${INDEX_FOLDER}`);
        return reading.length;
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(`The search index could not be built: ${why}`, { cause: error });
      } finally {
        await pagefind.close();
      }
    },
  };
};
