/** Reads the glossary for the small index. Its page prints no misspellings, so the entries are read as they are written. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from 'js-yaml';
import { glossarySchema } from '../glossary/schema.ts';
import type { Entry } from './small-format.ts';

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---/;

/**
 * The terms below `root`, as entries of the index.
 *
 * @throws when an entry does not fit the schema; the content check says so earlier and with the line.
 */
export const readTerms = (root: string): Entry[] => {
  const schema = glossarySchema();
  return globSync('content/glossary/*.mdx', { cwd: root })
    .toSorted()
    .map((file) => {
      const front = FRONT_MATTER.exec(readFileSync(join(root, file), 'utf8'))?.[1] ?? '';
      const { term, expansion, aliases, misspellings, definition } = schema.parse(load(front));
      return {
        path: `/glossary/#${basename(file, '.mdx')}`,
        title: term,
        kind: 'Glossary',
        about: definition,
        ...(expansion ? { expansion } : {}),
        ...(aliases.length > 0 ? { also: aliases } : {}),
        ...(misspellings.length > 0 ? { mistyped: misspellings } : {}),
      };
    });
};
