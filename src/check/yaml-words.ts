/** What the terms of a YAML parser mean to somebody who has never heard of YAML. */
import type { ErrorCode } from 'yaml';

export const SIGN = 'YAML reads the sign at the beginning of this value as its own. Put the whole value in quotes.';

export const NO_FIELDS = 'These are no fields. Write one field a line: a name, a colon, a space and the value.';

const words: Partial<Record<ErrorCode, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'There is a colon inside this value. Put the whole value in quotes.',
  TAB_AS_INDENT: 'A tab indents this line. Use spaces instead.',
  DUPLICATE_KEY: 'This field is given twice. Keep one of the two.',
  MULTIPLE_DOCS: 'A line of three hyphens stands between the fields. Remove it.',
  MULTILINE_IMPLICIT_KEY: 'This line is no field. Write a name, a colon, a space and the value.',
  UNEXPECTED_TOKEN: 'This does not fit here. Check how far the lines are indented, and put a value with special signs in quotes.',
  MISSING_CHAR: 'A quote or a bracket opens above and does not close. Close it where its value ends.',
  BAD_INDENT: 'These lines are not indented alike, or a bracket above does not close. Line them up, or close it.',
  BAD_DQ_ESCAPE: 'Inside double quotes a backslash is written twice. Write it twice, or use single quotes.',
  BAD_SCALAR_START: SIGN,
  BAD_ALIAS: SIGN,
  BAD_DIRECTIVE: SIGN,
  TAG_RESOLVE_FAILED: SIGN,
};

/** The fault of a code in plain words, or undefined where the parser's own have to do. */
export const plainWords = (code: ErrorCode): string | undefined => words[code];
