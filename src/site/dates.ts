/** The dates of the files of this build, read from git once. */
import { address } from './here.ts';
import { lastChanged, readHistory } from './history.ts';

export const history = readHistory(process.cwd(), { deploy: address.deploy });

const found = new Map<string, string | undefined>();

/** The day on which a file, or anything below a folder, last changed; undefined where git does not know. */
export const changedOn = (path: string): string | undefined => {
  if (!found.has(path)) found.set(path, lastChanged(history, path));
  return found.get(path);
};
