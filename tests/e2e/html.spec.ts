/** Every built page is valid HTML. */
import { HtmlValidate } from 'html-validate/node';
import { join } from 'node:path';
import { allPages, expect, test } from './site.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The build writes HTML for machines: no newlines, `<br>` and doctype as the standard gives them.
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    'void-style': 'off',
    // The address is part of a page's own words (an e-mail address, a reference); it need not be kept together.
    'tel-non-breaking': 'off',
    // Everything comes from the site itself, so a hash of a script would guard nothing that the address does not.
    'require-sri': ['error', { target: 'crossorigin' }],
    // The name of the site stands behind the title of each page.
    'long-title': 'off',
  },
});

test('every page is valid HTML', async ({ folder }) => {
  test.setTimeout(120_000);
  const faults: string[] = [];
  for (const path of [...allPages.map((page) => `${page}index.html`), '404.html']) {
    const report = await validator.validateFile(join(folder, path));
    for (const { messages } of report.results) {
      faults.push(...messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId}: ${message}`));
    }
  }
  expect(faults).toEqual([]);
});

test('a page with faults is found out', async () => {
  const report = await validator.validateString(
    '<!doctype html><html lang="en"><head><title>x</title></head><body><ul><p>no</p></ul></body></html>',
  );
  expect(report.valid).toBe(false);
});
