/** Checks the content of a build beside its first steps, in a thread of its own: the two take about as long. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Result } from './check.ts';
import { isError } from './problems.ts';
import { toTerminal } from './report.ts';

const running = new Map<string, Promise<Result>>();

/** Begins the check of the content below `root` (an absolute path), unless one is under way. */
export const beginCheck = (root: string): Promise<Result> => {
  const begun = running.get(root);
  if (begun) return begun;
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { root } });
  const result = once(thread, 'message').then(([message]) => message as Result);
  // Whoever asks hears of a failure; until then it is nobody's.
  result.catch(() => undefined);
  running.set(root, result);
  return result;
};

/** Ends the build's claim on its check, so that the next build begins one anew. */
export const forgetCheck = (root: string): boolean => running.delete(root);

/** What stops the build of this content: all errors in one, in plain words; undefined where there is none. */
export const contentRefusal = async (root: string): Promise<Error | undefined> => {
  const { problems, files } = await beginCheck(root);
  const errors = problems.filter(isError);
  // Warnings are for whoever writes; a build that prints them each time teaches to look away.
  return errors.length > 0 ? new Error(`The content has problems.\n\n${toTerminal(errors, files)}\n`) : undefined;
};
