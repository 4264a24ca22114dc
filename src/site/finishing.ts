/**
 * The thread in which finished pages are indexed for search and copied as Markdown, while the build goes on making pages. It is
 * sent one page after another, then the word to end; it answers with what it has done.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { startIndex } from '../search/index-site.ts';
import { copyPath, toMarkdown } from './markdown-copies.ts';

export interface Workplace {
  /** The folder that the site is built in. */
  folder: string;
  /** Scheme and host of the site. */
  origin: string;
  /** The root of the repository, below which the content lies. */
  root: string;
}

export interface FinishedPage {
  /** The site path, such as `/guide/x/`. */
  path: string;
  /** In UTF-8. */
  html: ArrayBuffer;
}

export interface Done {
  indexed: number;
  copied: number;
}

const { folder, origin, root } = workerData as Workplace;
const index = startIndex(root);
const copies: Promise<void>[] = [];

const writeCopy = async (path: string, text: string): Promise<void> => {
  const file = join(folder, copyPath(path));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
};

const utf8 = new TextDecoder();

/** A page names its Markdown copy, if it has one. */
const COPIED = /<link rel="alternate" type="text\/markdown"/;

const finishPage = ({ path, html: bytes }: FinishedPage): void => {
  const html = utf8.decode(bytes);
  index.add(path, html);
  if (!COPIED.test(html)) return;
  const copy = writeCopy(path, toMarkdown(html, origin));
  // Heard at the end; until then a failure is nobody's.
  copy.catch(() => undefined);
  copies.push(copy);
};

const end = async (): Promise<Done> => {
  const indexed = await index.write(folder);
  await Promise.all(copies);
  return { indexed, copied: copies.length };
};

parentPort?.on('message', (message: FinishedPage | 'end') => {
  if (message !== 'end') finishPage(message);
  else
    void end().then(
      (done) => parentPort?.postMessage(done),
      // An error thrown here is the thread's, and so reaches the build.
      (error: unknown) =>
        setImmediate(() => {
          throw error;
        }),
    );
});
