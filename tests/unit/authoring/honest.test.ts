/** Every honest page passes unchanged, and the built page says what was typed. */
import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../src/authoring/parse.ts';
import { honest } from './cases.ts';
import { nodesOf, pageHtml, words } from './render-page.ts';

/** Quotes, dashes and dots as they are typed. */
const straight = (text: string): string =>
  text
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replaceAll('—', '---')
    .replaceAll('–', '--')
    .replaceAll('…', '...')
    .replace(/\s+/g, ' ')
    .trim();

const linksIn = (html: string): string[] =>
  nodesOf(html).flatMap((node) => (node.type === 'element' && node.tagName === 'a' ? [String(node.properties.href)] : []));

test('the corpus is large', () => {
  expect(honest.length).toBeGreaterThanOrEqual(120);
  expect(new Set(honest.map(({ name }) => name)).size).toBe(honest.length);
});

describe('passes unchanged:', () => {
  test.each(honest.map((one) => [one.name, one] as const))('%s', async (_, { page, says = page, links }) => {
    expect(parseBody(page).faults).toEqual([]);
    const html = await pageHtml(page);
    expect(straight(words(html))).toBe(straight(says));
    if (links) expect(linksIn(html)).toEqual(links);
  });
});
