/** The Markdown processor of the site: the parser of Astro, reading pages as the dialect has them. */
import { satteri } from '@astrojs/markdown-satteri';
import { dirname } from 'node:path';
import type { Masked } from './mask.ts';
import { features, prepare, type DialectFault } from './parse.ts';
import { pictureFaults } from './pictures.ts';
import { codeBlocks, dialect, figures, inert, links, restoring, tables } from './plugins.ts';
import { sourceMarks } from './source-marks.ts';
import { sourceNotes } from './sources.ts';
import { dictionaryOf, explainTerms, type Dictionary } from './terms.ts';
import type { Explained } from '../glossary/explain.ts';

const placeOf = (text: string, offset: number): { line: number; column: number } => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

/** All faults of a page as one error; the place of the first is the place of the error. */
const refusal = (id: string, content: string, faults: readonly DialectFault[]): Error => {
  const file = id.replace(/^.*[\\/](content[\\/])/, '$1');
  const places = faults.map(({ offset }) => placeOf(content, offset));
  const lines = faults.map(({ message }, index) => `${file}:${places[index]?.line}:${places[index]?.column} ${message}`);
  return Object.assign(new Error(lines.join('\n')), places[0]);
};

/**
 * What `markdown.processor` takes in astro.config.mjs.
 *
 * @param base the base path of the site, which links are put under.
 * @param terms reads the terms that pages explain where they first use them. Called once, when the first page is read.
 */
export const authoringProcessor = (base: string, terms: () => readonly Explained[] = () => []): ReturnType<typeof satteri> => {
  let dictionary: { made: Dictionary | undefined } | undefined;
  /** How to mend the tree of a page, by the front matter that goes through the parser with it. */
  const masks = new WeakMap<object, Masked>();
  const asTyped = ({ data }: { data: object }) => {
    const masked = masks.get((data as { astro: { frontmatter: object } }).astro.frontmatter);
    return masked?.changed ? restoring(masked) : undefined;
  };
  const processor = satteri({
    features,
    mdastPlugins: [asTyped, dialect, links(base), sourceNotes, figures],
    hastPlugins: [
      sourceMarks,
      inert,
      tables,
      codeBlocks,
      explainTerms(base, () => (dictionary ??= { made: dictionaryOf(terms()) }).made),
    ],
  });
  return {
    ...processor,
    async createMdxRenderer(shared, mdx) {
      const renderer = await processor.createMdxRenderer?.(shared, mdx);
      if (!renderer) throw new Error('This version of the Markdown processor renders no MDX.');
      return {
        ...renderer,
        async process(content, id, frontmatter) {
          const { faults: written, masked, pictures } = prepare(content);
          const faults = written.length > 0 ? written : pictureFaults(pictures, dirname(id));
          if (faults.length > 0) throw refusal(id, content, faults);
          // Astro imports whatever module `layout` names.
          if ('layout' in frontmatter) throw new Error(`${id}: A page has no "layout". Remove the line.`);
          const own = { ...frontmatter };
          masks.set(own, masked);
          return renderer.process(masked.text, id, own);
        },
      };
    },
  };
};
