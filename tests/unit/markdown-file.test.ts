/** The checklist that a reader takes away for the file of a study. */
import fc from 'fast-check';
import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { checklistName, checklistText } from '../../src/components/markdown-file.ts';

const address = 'https://example.org/base/guide/security/';

test('names the page, its address and the day, and keeps the ticks and the order', () => {
  const items = [
    { words: 'The licence is read.', checked: true },
    { words: 'The option trust_remote_code is off.', checked: false },
  ];
  expect(checklistText({ title: 'Security', address, items }, '25 November 2026')).toBe(
    '# Checklist: Security\n\n1 of 2 done on 25 November 2026. From <https://example.org/base/guide/security/>\n\n' +
      '- [x] The licence is read.\n- [ ] The option trust\\_remote\\_code is off.\n',
  );
});

test('says every item as it stands on the page, whatever signs it has', async () => {
  const text = fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'a1 *_`[]<>\\#-&;'.split('')) });
  await fc.assert(
    fc.asyncProperty(text, async (typed) => {
      // Items begin with a letter and hold no run of spaces: the page has taken those out.
      const words = `A${typed} end`.replace(/\s+/g, ' ');
      const { html } = await markdownToHtml(checklistText({ title: 'T', address, items: [{ words, checked: false }] }, 'today'));
      const shown = /<input[^>]*>\s*([^]*?)\s*<\/li>/.exec(html)?.[1] ?? '';
      expect(shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(words);
    }),
  );
});

test.each([
  [address, 'checklist-security.md'],
  ['https://example.org/contribute/components/', 'checklist-components.md'],
  ['https://example.org/', 'checklist-page.md'],
])('the list of %s is saved as %s', (from, name) => {
  expect(checklistName(from)).toBe(name);
});
