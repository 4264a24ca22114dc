/** Checks that the pictures of a page are there for the build to find. */
import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pictureFaults, type PictureUse } from '../authoring/pictures.ts';
import { nearest } from '../nearest.ts';
import type { TextFault } from './prose.ts';
import type { Entry } from './read.ts';
import type { Text } from './text.ts';

const decoded = (url: string): string => {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
};

/** The file behind the address of a picture, relative to the root of the repository. */
const fileOf = (url: string, page: string): string => posix.normalize(posix.join(posix.dirname(page), decoded(url)));

/** Every file that a page shows as a picture. */
export const shownPictures = (entries: readonly Entry[], textOf: (entry: Entry) => Text): ReadonlySet<string> =>
  new Set(entries.flatMap((entry) => textOf(entry).files.map(({ url }) => fileOf(url, entry.file))));

/** The name of the picture that was probably meant, as the page writes it. */
const meantBy = (url: string, page: string, root: string): string | undefined => {
  const folder = posix.dirname(fileOf(url, page));
  if (folder.startsWith('..') || !existsSync(join(root, folder))) return undefined;
  const there = readdirSync(join(root, folder)).filter((name) => /\.(?:png|jpe?g|webp|avif|gif|svg)$/i.test(name));
  const near = nearest(posix.basename(decoded(url)), there);
  return near && `./${posix.relative(posix.dirname(page), posix.join(folder, near))}`;
};

/** Every picture that the build would refuse. `page` is the file of the page, relative to `root`. */
export const checkPictureFiles = (pictures: readonly PictureUse[], page: string, root: string): TextFault[] =>
  pictures.flatMap((picture) =>
    pictureFaults([picture], join(root, posix.dirname(page))).map(({ offset, message }): TextFault => {
      const better = message.startsWith('There is no') ? meantBy(picture.url, page, root) : undefined;
      return { offset, rule: 'picture', message, ...(better ? { fix: better } : {}) };
    }),
  );
