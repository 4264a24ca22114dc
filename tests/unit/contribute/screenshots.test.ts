/** The pictures of the form are those that the script makes, are light, and are shown. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FOLDER, HEAVIEST, shotFiles } from '../../screenshots.ts';

const page = readFileSync(join(FOLDER, 'contribute.mdx'), 'utf8');

test('the pictures of the form are those that the script makes', () => {
  expect(readdirSync(FOLDER).filter((name) => name.endsWith('.webp'))).toEqual(shotFiles.toSorted());
});

test.each(shotFiles)('%s is light and shown with words for it', (name) => {
  expect(statSync(join(FOLDER, name)).size).toBeLessThanOrEqual(HEAVIEST);
  expect(page).toMatch(new RegExp(String.raw`src="\./${RegExp.escape(name)}"\s+alt="[^"]{60,}"`));
});
