/** Every hostile page is refused, or is text: it runs nothing, reads nothing, loads nothing and puts nothing live into the page. */
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { parseBody } from '../../../src/authoring/parse.ts';
import { pictureFaults } from '../../../src/authoring/pictures.ts';
import { hostile, hostileFolder, type Hostile } from './cases.ts';
import { liveParts, pageHtml } from './render-page.ts';

process.env.CANARY_SECRET = 'canary-environment-value';
const file = join(hostileFolder, 'page.mdx');
const named = (cases: readonly Hostile[]) => cases.map((one) => [one.name, one] as const);

afterEach(() => {
  expect(globalThis).not.toHaveProperty('canary');
});

test('the corpus is large, and each case says what it is', () => {
  expect(hostile.length).toBeGreaterThanOrEqual(200);
  expect(new Set(hostile.map(({ name, page }) => `${name} ${page}`)).size).toBe(hostile.length);
  expect(hostile.filter(({ refused, harmless }) => (refused !== undefined) === (harmless === true))).toEqual([]);
});

describe('is refused by the reader of pages and by the build:', () => {
  test.each(named(hostile.filter(({ refused }) => refused !== undefined)))('%s', async (_, { page, front, refused, files }) => {
    const { faults, pictures } = parseBody(page);
    const all = files ? pictureFaults(pictures, hostileFolder) : faults;
    if (refused !== 'front') expect(all.map(({ kind }) => kind)).toContain(refused);
    for (const fault of all) {
      expect(fault.message).toMatch(/^[<"A-Z].*[.?…]$/s);
      expect(fault.offset).toBeGreaterThanOrEqual(0);
      expect(fault.end ?? fault.offset).toBeLessThanOrEqual(page.length);
    }
    await expect(pageHtml(page, front, file)).rejects.toThrow();
  });
});

/**
 * A build makes pages while the check still reads them, so until it has ended the compiler stands alone. The files of pictures are for
 * the check: in a picture, a browser runs nothing.
 */
describe('runs nothing and becomes nothing live, even before the check has ended:', () => {
  test.each(named(hostile.filter(({ files }) => !files)))('%s', async (_, { page }) => {
    const html = await pageHtml(page, { checked: true }, file).catch(() => '');
    expect(liveParts(html)).toEqual([]);
    expect(html).not.toMatch(/canary-file-content|canary-environment-value/);
  });
});

describe('becomes text:', () => {
  test.each(named(hostile.filter(({ harmless }) => harmless)))('%s', async (_, { page, front }) => {
    expect(parseBody(page).faults).toEqual([]);
    const html = await pageHtml(page, front, file);
    expect(liveParts(html)).toEqual([]);
    expect(html).not.toMatch(/canary-file-content|canary-environment-value/);
  });
});

describe('the look for live parts of a page finds', () => {
  test.each([
    ['<script>1</script>', ['<script>']],
    ['<p onclick="x">x</p>', ['onclick on <p>']],
    ['<img src="https://canary.example/x.png">', ['<img> loads https://canary.example/x.png']],
    ['<a href="java&#9;script:x">x</a>', ['<a> leads to java\tscript:x']],
    ['<p style="color:red">x</p>', ['style on <p>']],
    ['<svg><animate /></svg>', ['<svg>', '<animate>']],
    ['<p>fine</p><a href="/guide/">x</a>', []],
  ])('%s', (html, found) => {
    expect(liveParts(html)).toEqual(found);
  });
});
