/** Reads the files of a folder as the file check and the guard take them. */
import { existsSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { GivenFile } from './given.ts';

/** What git ignores anywhere, so that nobody can publish it by accident. */
const IGNORED = /(^|\/)(\.DS_Store|[^/]*\.log)$/;

/** The folders that the site is made from. What else lies in the repository is checked when it is committed. */
export const PUBLISHED = ['content', 'public'] as const;

/** The entries below a folder. Node's own recursion would follow a symbolic link to a folder, wherever it leads. */
const below = (folder: string): Dirent[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((found) =>
    found.isDirectory() ? below(join(found.parentPath, found.name)) : [found],
  );

/** Every file below these folders of `root` (an absolute path). A symbolic link is not followed, and has no bytes. */
export const filesOnDisk = (root: string, folders: readonly string[] = PUBLISHED): GivenFile[] =>
  folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => below(join(root, folder)))
    .map((found) => ({ found, whole: join(found.parentPath, found.name) }))
    .map(({ found, whole }) => ({
      path: whole.slice(root.length).replaceAll('\\', '/').replace(/^\//, ''),
      ...(found.isSymbolicLink() ? { bytes: new Uint8Array(), kind: 'link' as const } : { bytes: readFileSync(whole) }),
    }))
    .filter(({ path }) => !IGNORED.test(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
