/**
 * The reviewed exceptions: places where the guard is wrong, one entry each, in one file. An entry names what was found by a
 * fingerprint, so that the list itself repeats no identifier.
 */
import { createHash } from 'node:crypto';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../../problems.ts';
import { EXCEPTION_RULE, identifierRules } from '../rules.ts';
import { plainOfText } from '../plain.ts';

export const EXCEPTIONS_FILE = '.github/identifier-exceptions.yaml';

/**
 * Four hexadecimal digits of a hash over rule, file and what was found, without its case, spaces and signs. So short on purpose:
 * about 15,000 NHS numbers share each one, so that nobody can compute the number back from it, and yet another number in the
 * same file has one chance in 65,536 to pass under the same exception.
 */
export const fingerprintOf = (rule: string, file: string, found: string | Uint8Array): string => {
  const normal =
    typeof found === 'string'
      ? plainOfText(found)
          .text.toLowerCase()
          .replace(/[^\p{L}\p{N}]/gu, '')
      : found;
  return createHash('sha256').update(`${rule}\n${file}\n`).update(normal).digest('hex').slice(0, 4);
};

export interface Exception {
  file: string;
  rule: string;
  fingerprint: string;
  line: number;
  used: boolean;
}

const FIELDS = ['file', 'rule', 'fingerprint', 'reason'] as const;

const faultOf = (entry: Record<string, unknown>): string | undefined => {
  const missing = FIELDS.filter((field) => typeof entry[field] !== 'string' || String(entry[field]).trim() === '');
  const [first] = missing;
  if (first === 'fingerprint' && typeof entry[first] === 'number')
    return 'YAML reads this fingerprint as a number. Put it in quotes.';
  if (first) return `This exception has no ${first}. Give it, in words; all four are needed: ${FIELDS.join(', ')}.`;
  const unknown = Object.keys(entry).find((name) => !(FIELDS as readonly string[]).includes(name));
  if (unknown !== undefined) return `An exception has the fields ${FIELDS.join(', ')}, and no others.`;
  if (!Object.hasOwn(identifierRules, String(entry.rule)))
    return `There is no such rule. The rules are: ${Object.keys(identifierRules).join(', ')}.`;
  if (!/^[\da-f]{4}$/.test(String(entry.fingerprint)))
    return 'A fingerprint is four signs from 0 to 9 and a to f. Print it with: node src/check/identifiers/files/fingerprint.ts FILE';
  if (String(entry.reason).trim().length < 15)
    return 'Give a reason that a stranger understands: what it is, and why it is no patient’s.';
  return undefined;
};

/** The exceptions in the text of the file, and what is wrong with it. A faulty entry excuses nothing. */
export const readExceptions = (text: string): { exceptions: Exception[]; problems: Problem[] } => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core', logLevel: 'silent' });
  const problem = (offset: number, message: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file: EXCEPTIONS_FILE, line: Math.max(line, 1), column: Math.max(col, 1), rule: EXCEPTION_RULE, message };
  };
  const [error] = document.errors;
  if (error)
    return {
      exceptions: [],
      problems: [problem(error.pos[0], 'This file is no readable YAML, so no exception holds. Mend this line.')],
    };
  if (document.contents === null) return { exceptions: [], problems: [] };
  if (!isSeq(document.contents))
    return {
      exceptions: [],
      problems: [problem(0, 'Write a list: each exception begins with a hyphen and has file, rule, fingerprint and reason.')],
    };
  const exceptions: Exception[] = [];
  const problems: Problem[] = [];
  for (const item of document.contents.items) {
    const offset = (item as { range?: [number, number, number] | null } | null)?.range?.[0] ?? 0;
    if (!isMap(item)) {
      problems.push(problem(offset, `An exception has the fields ${FIELDS.join(', ')}.`));
      continue;
    }
    const entry = item.toJS(document) as Record<string, unknown>;
    const fault = faultOf(entry);
    if (fault) problems.push(problem(offset, fault));
    else
      exceptions.push({
        file: String(entry.file),
        rule: String(entry.rule),
        fingerprint: String(entry.fingerprint),
        line: lines.linePos(offset).line,
        used: false,
      });
  }
  return { exceptions, problems };
};

/** Marks an exception as used and says whether there is one for this finding. */
export const isExcepted = (exceptions: readonly Exception[], rule: string, file: string, found: string | Uint8Array): boolean => {
  const candidates = exceptions.filter((exception) => exception.rule === rule && exception.file === file);
  if (candidates.length === 0) return false;
  const fingerprint = fingerprintOf(rule, file, found);
  const mine = candidates.filter((exception) => exception.fingerprint === fingerprint);
  for (const exception of mine) exception.used = true;
  return mine.length > 0;
};

/** A problem for each exception that nothing needed; only a look at every file can tell. */
export const unused = (exceptions: readonly Exception[]): Problem[] =>
  exceptions
    .filter(({ used }) => !used)
    .map(({ line }) => ({
      file: EXCEPTIONS_FILE,
      line,
      column: 1,
      rule: EXCEPTION_RULE,
      message: 'Nothing needs this exception any more. Remove it, so that it cannot hide something else.',
    }));
