/** Writes files so that nobody ever finds half of one. */
import { chmodSync, linkSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Replaces a file in one step, with the permissions that it had. */
export const writeWhole = (path: string, text: string): void => {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(beside, text, { flag: 'wx' });
    chmodSync(beside, statSync(path).mode);
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
};

/**
 * Renames a file, never over another one.
 *
 * @throws when a file of the new name is there, unless both names differ in capitals alone and are one file.
 */
export const moveFile = (from: string, to: string): void => {
  if (from.toLowerCase() === to.toLowerCase()) {
    renameSync(from, to);
    return;
  }
  linkSync(from, to);
  unlinkSync(from);
};
