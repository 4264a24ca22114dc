/**
 * Prints the fingerprint of everything that the guard finds, for an exception: `node src/check/identifiers/files/fingerprint.ts
 * [FILE …]`, from the root of the repository. It runs on a person's own machine only.
 */
import { readFileSync } from 'node:fs';
import { EXCEPTIONS_FILE, fingerprintOf } from './exceptions.ts';
import { findInFile, guardedFiles } from './guard.ts';
import { knownFrom } from './known.ts';

if (process.env.CI) {
  console.error('Fingerprints are printed on your own machine only, where you can see what they stand for.');
  process.exit(2);
}
const root = process.cwd();
const all = guardedFiles(root);
const wanted = process.argv
  .slice(2)
  .map((path) => ({ path: path.replaceAll('\\', '/').replace(/^\.\//, ''), bytes: readFileSync(path) }));
const known = knownFrom(all);
for (const { file, line, column, rule, found } of (wanted.length > 0 ? wanted : all).flatMap((one) => findInFile(one, known))) {
  console.log(`${file}:${line}:${column} ${rule} ${fingerprintOf(rule, file, found)}`);
}
console.log(
  `\nAn exception is an entry in ${EXCEPTIONS_FILE} with file, rule, fingerprint and reason. Somebody else reviews it.`,
);
