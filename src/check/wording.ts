/** What the check of a pull request and the forms say alike. */
import type { z } from 'astro/zod';

/** Wording for faults that no field words itself. The name of the field is put before it. */
export const wording: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'invalid_type') return undefined;
  const lacking = issue.input === undefined || issue.input === null;
  const form: Record<string, string> = {
    array: 'a list: one item a line, each after a hyphen',
    object: 'a group of fields, indented below it',
    string: 'text, in quotes if need be',
    boolean: 'true or false',
    number: 'a number',
    int: 'a whole number',
  };
  const wanted = form[issue.expected] ?? issue.expected;
  return lacking ? `This is missing. Give ${wanted}.` : `Write this as ${wanted}.`;
};

/** What is said of a source that no mark leads to. */
export const uncited = (id: string): string =>
  `The source "${id}" is listed but no sentence cites it. Add <Source id="${id}" /> where it belongs, or remove it.`;
