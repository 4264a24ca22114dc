/**
 * Makes Pagefind say to its caller what it would only write into the console. As published it logs a part of its index that cannot be
 * read, goes on without it, and answers that nothing was found; the dialog could then neither search elsewhere nor say the truth.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in the scripts, all of it in each, and what stands there afterwards. */
const CHANGES: readonly (readonly [RegExp, string])[] = [
  [/console\.error\(/g, '(text=>{throw new Error(text)})('],
  [/console\.warn\(/g, 'void('],
  // A chunk of the index that fails is a search that fails.
  [/(_chunk"\)\))\.catch\(\(\)=>\{\}\)/g, '$1'],
  // Nobody waits for this promise; the next search is told of its error.
  [/(this\.init\(options2?\?\.language\));/g, '$1.catch(()=>{});'],
];

/** The script with the changes. @throws when it is not as these changes expect, as after an update of Pagefind. */
export const quiet = (script: string): string => {
  let changed = script;
  for (const [pattern, text] of CHANGES) {
    const before = changed;
    changed = changed.replaceAll(pattern, text);
    if (changed === before) throw new Error(`Pagefind's script has no ${pattern.source}: see src/search/quiet-pagefind.ts.`);
  }
  return changed;
};

/** Changes the scripts in `folder`, where Pagefind has written its index. */
export const quietPagefind = (folder: string): void => {
  for (const file of ['pagefind.js', 'pagefind-worker.js'].map((name) => join(folder, name)))
    writeFileSync(file, quiet(readFileSync(file, 'utf8')));
};
