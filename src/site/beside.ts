/**
 * What a build does beside making pages, all in one thread: it checks the content, then seals, writes, indexes and copies the pages that
 * it is sent. Two threads would each load, and warm up, much the same modules.
 */
import { Worker } from 'node:worker_threads';
import { forgetAhead, keepAhead } from '../authoring/ahead.ts';
import type { Result } from '../check/check.ts';
import type { Answer, Done, FinishedPage, Order, Workplace } from './beside-thread.ts';

export interface Beside {
  /** The problems of the content. */
  check: Promise<Result>;
  /** Says where pages come to lie, before the first is sent. */
  begin: (workplace: Workplace) => void;
  /** Hands over a page. */
  send: (page: FinishedPage) => void;
  /** The pages sent that the thread has found no time yet to copy, by their paths; fewer and fewer until `finish`. */
  uncopied: ReadonlyMap<string, FinishedPage>;
  /** Says that all pages have been sent, and that the thread need copy no more. Rejects when a page cannot be sealed, written or indexed. */
  finish: () => Promise<Done>;
  /** Ends the thread at once. */
  end: () => Promise<void>;
}

const running = new Map<string, Beside>();

const start = (root: string): Beside => {
  const thread = new Worker(new URL('./beside-thread.ts', import.meta.url), { workerData: { root } });
  forgetAhead();
  const uncopied = new Map<string, FinishedPage>();
  thread.on('message', ({ compiled, copied }: Partial<Answer>) => {
    if (compiled) keepAhead(compiled);
    if (copied !== undefined) uncopied.delete(copied);
  });
  const answer = <K extends keyof Answer>(kind: K): Promise<Answer[K]> => {
    const promise = new Promise<Answer[K]>((resolve, reject) => {
      thread.on('message', (message: Partial<Answer>) => {
        if (message[kind] !== undefined) resolve(message[kind]);
      });
      thread.once('error', reject);
    });
    // Whoever asks hears of a failure; until then it is nobody's.
    promise.catch(() => undefined);
    return promise;
  };
  const order = (message: Order): void => thread.postMessage(message);
  const check = answer('check');
  const done = answer('done');
  // A command that only asks for the check, such as `astro sync`, ends when it has it.
  void check.then(() => thread.unref()).catch(() => undefined);
  return {
    check,
    begin: (workplace) => order({ begin: workplace }),
    send: (page) => {
      uncopied.set(page.path, page);
      order({ page });
    },
    uncopied,
    finish: () => {
      thread.ref();
      order({ end: true });
      return done;
    },
    end: async () => {
      running.delete(root);
      await thread.terminate();
    },
  };
};

/** The thread for the site at `folder`, an absolute path. It begins with the check of the content. */
export const beside = (folder: string): Beside => {
  const root = folder.replace(/[\\/]$/, '');
  const begun = running.get(root) ?? start(root);
  running.set(root, begun);
  return begun;
};
