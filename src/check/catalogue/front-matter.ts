/** Problems of the fields at the top of a file. */
import type { Help } from './help.ts';

export const frontMatterRules = {
  'yaml': {
    severity: 'error',
    title: 'The fields at the top cannot be read',
    why: 'The front matter between the two --- lines must be readable YAML.',
    mend: 'Write one field a line: its name, a colon, a space, its value. Put a value in straight quotes when it holds a colon, or begins with a sign such as @, *, &, % or a quote. Indent with spaces, two for each step. Give each field once, and close every quote and bracket.',
    wrong: 'title: Discharge letters: a pilot\nkeywords: [ward, letter',
    right: 'title: "Discharge letters: a pilot"\nkeywords: [ward, letter]',
  },
  'yaml-lost': {
    severity: 'error',
    title: 'Part of a value would be lost',
    why: 'YAML takes a # after a space for the beginning of a remark, and drops the rest of the line without a word.',
    mend: 'Put the whole value in quotes. A remark that you mean as one goes on a line of its own.',
    wrong: 'title: Bed #4 and its letters',
    right: 'title: "Bed #4 and its letters"',
  },
  'yaml-quotes': {
    severity: 'error',
    title: 'Curly quotes around a value',
    why: 'Only straight quotes hold a value together; curly ones, as word processors set them, become part of it.',
    mend: 'Type the straight quote of the keyboard, or leave the quotes out.',
    wrong: 'title: “Discharge letters”',
    right: 'title: "Discharge letters"',
  },
  'schema': {
    severity: 'error',
    title: 'A field is missing, or its value has the wrong form',
    why: 'Each field has a form that the pages rely on.',
    mend: 'The message says which form the field takes. A day is written YYYY-MM-DD, a list has one item a line after a hyphen, and a choice uses one of the words that the message lists.',
    wrong: 'updated: 19/04/2026\nthemes: governance',
    right: 'updated: 2026-04-19\nthemes:\n  - governance',
  },
  'unknown-field': {
    severity: 'error',
    title: 'A field that does not exist',
    why: 'A field that nothing reads would vanish without a word.',
    mend: 'Correct the spelling of its name, which counts capitals too, or its indentation. If nothing like it exists, move the words into the text.',
    wrong: 'sumary: A model drafts letters.',
    right: 'summary: A model drafts letters.',
  },
  'reference': {
    severity: 'error',
    title: 'An entry that does not exist',
    why: 'A page may only name entries that exist.',
    mend: 'Name an entry by its file name without .mdx: content/contacts/ucl-ihi.mdx is ucl-ihi. If the entry is not there yet, add its file in the same pull request.',
    wrong: 'contacts:\n  - simon-elershaw',
    right: 'contacts:\n  - simon-ellershaw',
  },
} as const satisfies Record<string, Help>;
