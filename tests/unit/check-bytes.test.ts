/** What is wrong with the bytes of a file, told with its place; and that the rest of the file is still checked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/check/decode.ts';

const page = readFileSync(
  join(fileURLToPath(new URL('../fixtures', import.meta.url)), 'content/good/content/pages/about.mdx'),
  'utf8',
);
const UTF16 = 'This file is stored as UTF-16 ("Unicode" in old Windows programs). Save it again with the encoding UTF-8.';
const LATIN =
  'This file is not stored as UTF-8: the byte here is no character of it. Save the file again with the encoding UTF-8, and check the accents and quotes.';

describe('bytes', () => {
  test('of UTF-8 are text, whatever it says', () => {
    expect(decode(Buffer.from('Zoë 🩺\n'))).toEqual({ text: 'Zoë 🩺\n', bom: false });
    expect(decode(Buffer.from('\uFEFFZoë\n'))).toEqual({ text: 'Zoë\n', bom: true });
    expect(decode(Buffer.alloc(0))).toEqual({ text: '', bom: false });
  });

  test.each([
    ['little-endian with a mark', Buffer.from(`\uFEFF${page}`, 'utf16le')],
    ['big-endian with a mark', Buffer.from(`\uFEFF${page}`, 'utf16le').swap16()],
    ['without a mark', Buffer.from(page, 'utf16le')],
  ])('of UTF-16, %s', (_what, bytes) => {
    expect(decode(bytes)).toEqual({ text: '', bom: false, fault: { line: 1, column: 1, rule: 'encoding', message: UTF16 } });
  });

  test.each([
    ['in the first place', [0xe9, 0x0a], 1, 1],
    ['after an accent in UTF-8', [...Buffer.from('é\n🩺 caf'), 0xe9, 0x0a], 2, 7],
    ['cut off in a character', [...Buffer.from('a\nb'), 0xe2, 0x80], 2, 2],
    ['alone', [0xff], 1, 1],
  ])('of another encoding, %s', (_what, bytes, line, column) => {
    expect(decode(Buffer.from(bytes)).fault).toEqual({ line, column, rule: 'encoding', message: LATIN });
  });

  test.each([
    ['\0', 'U+0000'],
    ['\u0007', 'U+0007'],
    ['\u007F', 'U+007F'],
    ['\uFFFF', 'U+FFFF'],
  ])('of a control character', (character, code) => {
    expect(decode(Buffer.from(`a\nb${character}c\n`)).fault).toEqual({
      line: 2,
      column: 2,
      rule: 'encoding',
      message: `An invisible control character (${code}) stands here. Delete it; typing the word again is easiest.`,
    });
  });

  test.each(['\t', '\n', '\r\n', '\u00A0', '\u2028'])('%j is left alone', (character) => {
    expect(decode(Buffer.from(`a${character}b`)).fault).toBeUndefined();
  });
});
