/** A file as the checks take it: from disk, from what is staged, or from an old commit. */
import type { Problem, Rule } from '../problems.ts';

export interface GivenFile {
  /** Relative to the root of the repository, with forward slashes. */
  path: string;
  bytes: Uint8Array;
  /** What git or the disk holds under this name if it is no plain file: a symbolic link, or a repository of its own. */
  kind?: 'link' | 'repository' | undefined;
}

/** Anything in a name that a terminal would obey or a reader would not see. */
export const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A path as it may be printed: with every character spelt out that could hide, or that could end the line of a log. */
export const shown = (path: string): string =>
  path.replace(UNSEEN, (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);

/** A problem with a whole file. */
export const wholeFile = (path: string, rule: Rule, message: string): Problem => ({
  file: shown(path),
  line: 1,
  column: 1,
  rule,
  message,
});

/** The ending of a file name in lower case, without the dot; empty when it has none. */
export const endingOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** The text of a file, or undefined when it is not text in UTF-8. */
export const textOf = (bytes: Uint8Array): string | undefined => {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** A size as people read it: 512 kB, 2.3 MB. */
export const sized = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
