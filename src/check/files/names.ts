/** File names that hide something, or that one of Windows, macOS and Linux cannot hold. */
import type { Problem } from '../problems.ts';
import { UNSEEN, wholeFile } from './given.ts';

/** Windows keeps these for itself, with any ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;

/** Beyond this length a clone fails on Windows, whose whole paths end at 260 characters unless told otherwise. */
const LONGEST = 180;

/** What is wrong with one name, as the end of a sentence. */
const faultOf = (path: string): string | undefined => {
  const parts = path.split('/');
  if (path.search(UNSEEN) !== -1) return 'holds characters that nobody sees';
  if (path.includes('\uFFFD')) return 'is not written in UTF-8';
  if (/[<>:"|?*\\]/.test(path)) return 'holds one of < > : " | ? * \\, which Windows cannot hold';
  if (parts.some((part) => /^\s|[\s.]$/u.test(part))) return 'begins or ends with a space, or ends with a full stop';
  if (parts.some((part) => RESERVED.test(part))) return 'is one that Windows keeps for itself';
  if (path.length > LONGEST) return `is longer than ${LONGEST} characters`;
  return undefined;
};

/** Two names that are one on Windows and macOS. */
const folded = (path: string): string => path.normalize('NFC').toLowerCase();

/**
 * What is wrong with the names of `paths`.
 *
 * @param all every path that lies beside them, they themselves included: a twin may be one that has not changed.
 */
export const checkNames = (paths: readonly string[], all: readonly string[] = paths): Problem[] => {
  const twins = Map.groupBy(new Set([...all, ...paths]), folded);
  return paths.flatMap((path): Problem[] => {
    const fault = faultOf(path);
    if (fault) return [wholeFile(path, 'file-name', `The name of this file ${fault}. Rename it: letters, digits and hyphens.`)];
    const twin = twins.get(folded(path))?.find((other) => other !== path);
    if (twin === undefined) return [];
    return [
      wholeFile(
        path,
        'file-name',
        'Another file has the same name but for capitals or accents; on Windows and macOS only one of the two would be there. Rename one.',
      ),
    ];
  });
};
