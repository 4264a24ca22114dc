/** Small things that several test files need. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

interface Issue {
  path: readonly PropertyKey[];
  message: string;
  errors?: readonly (readonly Issue[])[];
}

/** What a schema gives back: just enough of Zod to read its verdict. */
interface Schema {
  safeParse: (value: unknown) => { error?: { issues: readonly unknown[] } | undefined };
}

/** Where a choice such as "to be confirmed, or …" has no words of its own, what the last choice says is of use to an author. */
const flat = ({ path, message, errors }: Issue, before: readonly PropertyKey[] = []): Issue[] => {
  const whole = [...before, ...path];
  const last = message === 'Invalid input' ? (errors?.at(-1) ?? []) : [];
  return last.length > 0 ? last.flatMap((issue) => flat(issue, whole)) : [{ path: whole, message }];
};

const issues = (schema: Schema, value: unknown): Issue[] =>
  (schema.safeParse(value).error?.issues ?? []).flatMap((issue) => flat(issue as Issue));

/** What an author is told about `value`: the messages, or an empty list where all is well. */
export const messages = (schema: Schema, value: unknown): string[] => issues(schema, value).map(({ message }) => message);

/** The same, each message with the field it is about: `reviewBy: The next review …`. */
export const faults = (schema: Schema, value: unknown): string[] =>
  issues(schema, value).map(({ path, message }) => `${path.join('.')}: ${message}`);

/** An object without some of its fields. */
export const without = (fields: object, ...names: string[]): object =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

/** A folder of its own for one test, with these files in it; removed when the test ends. */
export const temporaryFolder = (files: Readonly<Record<string, string>> = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), 'llms-at-uclh-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
};

export const writeFiles = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
};
