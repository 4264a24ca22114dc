/** Words and small questions that several rules share. */

/** The part of `text` just before `offset`, at most `length` signs long. */
export const before = (text: string, offset: number, length: number): string => text.slice(Math.max(0, offset - length), offset);

/** The part of `text` from `offset` on, at most `length` signs long. */
export const after = (text: string, offset: number, length: number): string => text.slice(offset, offset + length);

/** A part of a text without anything beyond the nearest empty line. */
export const sameParagraphBefore = (text: string, offset: number, length: number): string =>
  before(text, offset, length)
    .split(/\n\s*\n/)
    .at(-1) ?? '';

export const sameParagraphAfter = (text: string, offset: number, length: number): string =>
  after(text, offset, length).split(/\n\s*\n/)[0] ?? '';

/** All matches of a pattern that has none where `part` has none; `part` is quicker to look for. */
export const matchesOf = (text: string, pattern: RegExp, part: RegExp): Iterable<RegExpExecArray> =>
  part.test(text) ? text.matchAll(pattern) : [];

export const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Whether digits are there to show a form: all alike, or counting up or down. */
export const isPlaceholder = (value: string): boolean => {
  const digits = digitsOf(value);
  if (digits === '') return true;
  const steps = new Set([...digits].slice(1).map((digit, index) => (Number(digit) - Number(digits[index]) + 10) % 10));
  return steps.size <= 1 && [0, 1, 9].includes([...steps][0] ?? 0);
};
