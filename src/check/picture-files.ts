/** Checks that the pictures of a page are there for the build to find. */
import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { nearest } from './nearest.ts';
import type { TextFault } from './prose.ts';
import type { Entry } from './read.ts';
import type { Picture, Text } from './text.ts';

/** What Astro can make pictures for a page from. */
const READABLE = /\.(?:png|jpe?g|webp|avif|gif|svg|tiff?)$/i;

/** A picture from elsewhere is refused by the dialect. */
const isRemote = (url: string): boolean => /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url);

const decoded = (url: string): string | undefined => {
  try {
    return decodeURI(url);
  } catch {
    return undefined;
  }
};

/** The file behind the address of a picture, relative to the root of the repository. */
const fileOf = (url: string, page: string): string => posix.normalize(posix.join(posix.dirname(page), url));

/** Every file that a page shows as a picture. */
export const shownPictures = (entries: readonly Entry[], textOf: (entry: Entry) => Text): ReadonlySet<string> =>
  new Set(
    entries.flatMap((entry) =>
      textOf(entry)
        .pictures.filter(({ url }) => url !== '' && !isRemote(url) && READABLE.test(url))
        .flatMap(({ url }) => {
          const path = decoded(url);
          return path === undefined ? [] : [fileOf(path, entry.file)];
        }),
    ),
  );

/** Every picture that the build would not find. `page` is the file of the page, relative to `root`. */
export const checkPictureFiles = (pictures: readonly Picture[], page: string, root: string): TextFault[] =>
  pictures.flatMap(({ url, start }): TextFault[] => {
    const path = decoded(url);
    if (url === '' || path === undefined || isRemote(url)) return [];
    const file = fileOf(path, page);
    if (existsSync(join(root, file))) return [];
    const folder = posix.dirname(file);
    const there = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).filter((name) => READABLE.test(name)) : [];
    const near = nearest(posix.basename(file), there);
    const better = near && `./${posix.relative(posix.dirname(page), posix.join(folder, near))}`;
    const message = `There is no file ${file}.${near ? ` The nearest is ${near}.` : ' Add it in the same pull request.'}`;
    return [{ offset: start, rule: 'picture', message, ...(better ? { fix: better } : {}) }];
  });
