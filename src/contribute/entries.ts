/** The entries of the site as the forms take them, written beside its pages: `contribute/entries/projects/x.json`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { kindNames, kindOf } from './kinds.ts';

const PARTS = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/;

/** An entry for its form, from the text of its file: days as they are written. Undefined where there is no front matter. */
export const entryOf = (file: string): { values: unknown; text: string } | undefined => {
  const [, front, body = ''] = PARTS.exec(file) ?? [];
  return front === undefined ? undefined : { values: load(front, { schema: CORE_SCHEMA }) ?? {}, text: body.trim() };
};

/** Writes them all from the repository at `root` into the built site at `site`. */
export const writeEntries = (root: string, site: string): void => {
  for (const kind of kindNames) {
    const { folder } = kindOf(kind);
    // A copy of the site may lack a kind.
    if (!existsSync(join(root, folder))) continue;
    const into = join(site, 'contribute/entries', folder.replace(/^content\//, ''));
    mkdirSync(into, { recursive: true });
    for (const name of readdirSync(join(root, folder)).filter((file) => file.endsWith('.mdx'))) {
      const entry = entryOf(readFileSync(join(root, folder, name), 'utf8'));
      if (entry) writeFileSync(join(into, name.replace(/mdx$/, 'json')), JSON.stringify(entry));
    }
  }
};
