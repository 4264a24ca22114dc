/** The corpora of pages below tests/fixtures, as lists. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

const casesIn = <T>(corpus: string): T[] =>
  globSync('*.yaml', { cwd: join(fixtures, corpus) })
    .toSorted()
    .flatMap((file) => parse(readFileSync(join(fixtures, corpus, file), 'utf8')) as T[]);

export interface Hostile {
  name: string;
  tries: string;
  /** The kind of fault that refuses it; `front` when it is refused for its front matter. */
  refused?: string;
  /** True when it becomes text. */
  harmless?: true;
  front?: Record<string, unknown>;
  page: string;
  /** True when only the file behind a picture gives it away. */
  files?: true;
}

export interface Honest {
  name: string;
  page: string;
  /** What the built page says, if that is not the page itself. */
  says?: string;
  /** Where its links lead. */
  links?: string[];
}

export const hostileFolder = join(fixtures, 'hostile');
export const hostile = casesIn<Hostile>('hostile');
export const honest = casesIn<Honest>('honest');
