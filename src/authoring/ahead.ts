/**
 * Texts that were compiled before their pages are made (src/site/compile-ahead.ts). The pages are bundled and the build that makes them
 * is not, so the two share no module, and meet in the global object.
 */
import type { Compiled } from './compile.ts';

export interface Ahead {
  /** The file of the page, below the root of the repository. */
  file: string;
  /** The text that was compiled. */
  body: string;
  compiled: Compiled;
}

const KEY = Symbol.for('llms-at-uclh: compiled ahead');

const kept = (): Map<string, Ahead> => ((globalThis as { [KEY]?: Map<string, Ahead> })[KEY] ??= new Map());

export const keepAhead = (page: Ahead): void => void kept().set(page.file, page);

/** Forgets them all, before another build. */
export const forgetAhead = (): void => kept().clear();

/** The compiled text of a page, where this very text has been compiled. */
export const compiledAhead = (file: string, body: string): Compiled | undefined => {
  const page = kept().get(file);
  return page?.body === body ? page.compiled : undefined;
};
