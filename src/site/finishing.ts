/**
 * The thread in which finished pages are indexed for search and copied as Markdown, while the build goes on making pages. It is
 * sent one page after another, then the word to end; it answers with what it has done.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { startIndex } from '../search/index-site.ts';
import { copyPath, toMarkdown } from './markdown-copies.ts';

export interface Workplace {
  /** The folder that the site is built in. */
  folder: string;
  /** Scheme and host of the site. */
  origin: string;
}

export interface FinishedPage {
  /** The site path, such as `/guide/x/`. */
  path: string;
  html: string;
}

export interface Done {
  indexed: number;
  copied: number;
}

const { folder, origin } = workerData as Workplace;
const index = startIndex();
let copied = 0;

const finishPage = ({ path, html }: FinishedPage): void => {
  index.add(path, html);
  if (path.startsWith('/404')) return;
  const file = join(folder, copyPath(path));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, toMarkdown(html, origin));
  copied += 1;
};

parentPort?.on('message', (message: FinishedPage | 'end') => {
  if (message !== 'end') return finishPage(message);
  void index.write(folder).then(
    (indexed) => parentPort?.postMessage({ indexed, copied } satisfies Done),
    (error: unknown) =>
      setImmediate(() => {
        throw error;
      }),
  );
});
