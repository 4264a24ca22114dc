/** Compiles the texts of pages while there is nothing else to do, so that fewer are left when the pages are made. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Ahead } from '../authoring/ahead.ts';
import { compiler } from '../authoring/compile.ts';
import { readPageFile } from '../authoring/read.ts';
import { readTerms } from '../glossary/explain.ts';
import { readAddress } from './address.ts';

/** Where entries have pages of their own; those of the glossary share one, which shows no text of a file. */
const PAGES = 'content/{guide,projects,contacts,pages,meetups/*}/*.mdx';

/**
 * Hands on one page after another of the content below `root`, which has been checked, until `stop` says that there is other work. A
 * page that cannot be compiled is passed over: whoever makes it says why.
 */
export const compileAhead = async (root: string, keep: (page: Ahead) => void, stop: () => boolean): Promise<void> => {
  const compile = compiler(readAddress(process.env).base, () => readTerms(root), root);
  for (const file of globSync(PAGES, { cwd: root })) {
    // Lets in what has been sent meanwhile.
    await setImmediate();
    if (stop()) return;
    try {
      const { body, data } = readPageFile(readFileSync(join(root, file), 'utf8'));
      keep({ file, body, compiled: await compile({ file, body, sources: data['sources'], checked: true }) });
    } catch {
      continue;
    }
  }
};
