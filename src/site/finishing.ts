/**
 * The thread in which finished pages are written, indexed for search and copied as Markdown, while the build goes on making pages. It
 * is sent one page after another, then the word to end; it answers with what it has done.
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
let copied = 0;

/** The file of a page. A host looks for its answer to unknown addresses under a name of its own. */
const pageFile = (path: string): string => (path === '/404/' ? '/404.html' : `${path}index.html`);

const write = (file: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
};

const utf8 = new TextDecoder();

/** A page names its Markdown copy, if it has one. */
const COPIED = /<link rel="alternate" type="text\/markdown"/;

const finishPage = ({ path, html: bytes }: FinishedPage): void => {
  write(pageFile(path), new Uint8Array(bytes));
  const html = utf8.decode(bytes);
  index.add(path, html);
  if (!COPIED.test(html)) return;
  write(copyPath(path), toMarkdown(html, origin));
  copied += 1;
};

const end = async (): Promise<Done> => ({ indexed: await index.write(folder), copied });

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
