/** The marks of sources as a reader gets them: part of the text, and nothing that a title could slip code into. */
import { expect, test } from 'vitest';
import type { Source } from '../../../src/fields.ts';
import { pageHtml } from './render-page.ts';

const source = (changes: Partial<Source> = {}): Source => ({
  id: 'a',
  title: 'Title of a',
  url: 'https://example.org/a',
  publisher: 'HRA',
  dated: '2026-03',
  readOn: '2026-11-23',
  howRead: 'in full',
  ...changes,
});

test('say their number, lead to the list and back, and name the source once', async () => {
  const html = await pageHtml('One.<Source id="a" /> Two.<Source id="a" />', { sources: [source({ howRead: 'abstract' })] });
  expect(html.match(/<sup class="mark"/g)).toHaveLength(2);
  expect(html.match(/<small class="note" aria-hidden="true"/g)).toHaveLength(1);
  expect(html).toContain('<a href="#source-a" id="cited-a" aria-label="Source 1">1</a>');
  expect(html).toContain('<a href="#source-a" aria-label="Source 1">1</a>');
  expect(html).toContain(
    '1. HRA, <a href="https://example.org/a" tabindex="-1">Title of a</a>; dated March 2026, read 23 November 2026.',
  );
  expect(html).toContain('<em> Only the abstract was read.</em>');
});

test('a source that was read in full needs no word of caution', async () => {
  expect(await pageHtml('One.<Source id="a" />', { sources: [source()] })).not.toContain('<em>');
});

test.each(['<script>x</script>', '"><img src=x onerror=y>', '{process.env.HOME}', '</small>&lt;b>'])(
  'a title such as %s is text',
  async (title) => {
    const html = await pageHtml('One.<Source id="a" />', { sources: [source({ title })] });
    expect(html).not.toMatch(/<script|<img|<b>/);
    expect(html.match(/<\/small>/g)).toHaveLength(1);
  },
);

test('a mark without a source becomes nothing that a page could show', async () => {
  expect(await pageHtml('One.<Source id="nowhere" />', { sources: [] })).toContain('<Source');
});
