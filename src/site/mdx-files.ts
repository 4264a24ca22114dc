/** Reads the entries of a collection from the MDX files that lie directly in a folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { readPageFile } from '../authoring/read.ts';

const MDX = /\.mdx$/;

/**
 * One entry for each file, called as the file is, in the order of their names. It holds the text as it is written, of which no module
 * is made (src/authoring/text.ts). The loader of Astro's own would make one, and loads more of Astro than the collections need.
 *
 * @param folder below the root of the repository. An empty or missing one has no entries.
 */
export const mdxFiles = (folder: string): Loader => ({
  name: 'mdx-files',
  load: async ({ config, store, parseData, generateDigest, watcher, logger }) => {
    const root = fileURLToPath(config.root);
    const files = join(root, folder);
    const idOf = (name: string) => name.replace(MDX, '');

    const keep = async (name: string): Promise<void> => {
      const id = idOf(name);
      const filePath = `${folder}/${name}`;
      const contents = readFileSync(join(root, filePath), 'utf8');
      const { data, body } = readPageFile(contents);
      const checked = await parseData({ id, data, filePath: join(root, filePath) });
      store.set({ id, filePath, data: checked, body, digest: generateDigest(contents) });
    };

    store.clear();
    const names = existsSync(files) ? readdirSync(files).filter((name) => MDX.test(name)) : [];
    for (const name of names.toSorted()) await keep(name);

    watcher?.add(files);
    const isEntry = (path: string) => dirname(path) === files && MDX.test(path);
    const again = (path: string): void => {
      if (!isEntry(path)) return;
      const name = basename(path);
      keep(name).catch((error: unknown) => logger.error(`${folder}/${name} cannot be read again: ${String(error)}`));
    };
    watcher?.on('change', again);
    watcher?.on('add', again);
    watcher?.on('unlink', (path) => {
      if (isEntry(path)) store.delete(idOf(basename(path)));
    });
  },
});
