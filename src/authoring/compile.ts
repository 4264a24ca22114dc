/**
 * Compiles the text of a page to data: HTML, and the components that stand in it. A page is no module, so the bundler has no more to
 * read for many pages than for few. The parser writes each page as a function of what it calls (parts.ts), which is run here, once;
 * `dialect` refuses, in that same pass of the parser, whatever of an author's text would become code in it.
 */
import { dirname, join } from 'node:path';
import { evaluate } from 'satteri';
import type { Explained } from '../glossary/explain.ts';
import type { DialectFault } from './faults.ts';
import { headingIds, type Heading } from './headings.ts';
import { highlighting } from './highlighting.ts';
import { mask, type Masked } from './mask.ts';
import { features, prepare } from './parse.ts';
import { components, fragment, jsx, type Part } from './parts.ts';
import { pictureFaults } from './pictures.ts';
import { codeBlocks, dialect, figures, inert, links, pictures, restoring, tables } from './plugins.ts';
import { sourceMarks } from './source-marks.ts';
import { sourceNotes } from './sources.ts';
import { dictionaryOf, explainTerms, type Dictionary } from './terms.ts';

export interface Page {
  /** Its file below the root of the repository, or an absolute path. */
  file: string;
  /** Its text, without the front matter. */
  body: string;
  /** The `sources` of its front matter. */
  sources?: unknown;
  /** Whether the check reads it as well, as it does in a build, which it stops; then its faults are not looked for twice. */
  checked?: boolean;
}

export interface Compiled {
  parts: Part[];
  /** In order, with the ids that lead to them. */
  headings: Heading[];
  /** The ids of the sources that the text cites, in order of their first mention. */
  cited: string[];
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** All faults of a page as one error. Lines are counted from the beginning of the text; the check, which comes first, knows the file. */
const refusal = ({ file, body }: Page, faults: readonly DialectFault[]): Error =>
  new Error(faults.map(({ offset, message }) => `${file}, line ${lineOf(body, offset)} of the text: ${message}`).join('\n'));

/** What the parser is to read. @throws with all that an author may not write. */
const readWhole = (page: Page, root: string): Masked => {
  const { faults: written, masked, pictures: shown } = prepare(page.body);
  const faults = written.length > 0 ? written : pictureFaults(shown, dirname(join(root, page.file)));
  if (faults.length > 0) throw refusal(page, faults);
  return masked;
};

/**
 * The compiler of pages.
 *
 * @param base the base path of the site, which links are put under.
 * @param terms reads the terms that pages explain where they first use them. Called once, when the first page is read.
 * @param root the absolute path of the repository.
 */
export const compiler = (base: string, terms: () => readonly Explained[], root: string) => {
  let dictionary: { made: Dictionary | undefined } | undefined;
  const known = () => (dictionary ??= { made: dictionaryOf(terms()) }).made;

  /** @throws with all that is wrong with the page. */
  return async (page: Page): Promise<Compiled> => {
    const masked = page.checked ? mask(page.body) : readWhole(page, root);
    const headings: Heading[] = [];
    const cited: string[] = [];
    const { default: content } = (await evaluate(masked.text, {
      Fragment: fragment,
      jsx,
      jsxs: jsx,
      features,
      mdastPlugins: [
        ...(masked.changed ? [restoring(masked)] : []),
        dialect(page.file),
        links(base),
        sourceNotes(page.sources, cited),
        figures(),
      ],
      hastPlugins: [
        highlighting,
        sourceMarks,
        inert(page.file),
        tables,
        codeBlocks,
        explainTerms(base, page.file, known),
        pictures(page.file),
        headingIds(headings),
      ],
      elementAttributeNameCase: 'html',
      optimizeStatic: { component: 'Fragment', prop: 'set:html' },
    })) as { default: (props: object) => { parts: Part[] } };
    return { parts: content({ components }).parts, headings, cited };
  };
};
