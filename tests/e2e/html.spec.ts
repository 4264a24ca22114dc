/** Every built page is valid HTML. */
import { join } from 'node:path';
import { allPages, expect, test } from './site.ts';
import { validator } from './checks.ts';

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
