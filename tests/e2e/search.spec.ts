/** Search: its dialog, its keys, its sound, and the words it answers to. What happens when parts are missing: search-broken.spec.ts. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlainFile } from '../../src/search/plain-file.ts';
import { FirstAnswers } from '../../src/search/rank.ts';
import type { SmallIndex } from '../../src/search/small-format.ts';
import { queriesOf, scoresOf, shortfalls } from '../search/measure.ts';
import { dialog, openByKey, searchFor, status } from './search.ts';
import { expect, test } from './site.ts';

const violations = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations;
const first = `${dialog} li > a`;

test('opens by button and by key, finds a page, and is left by Escape', async ({ page, faults }) => {
  await page.goto('guide/approvals/');
  const button = page.getByRole('button', { name: /^search/i });
  await button.click();
  await expect(page.locator(dialog)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.locator(dialog)).toHaveCount(0);
  await expect(button).toBeFocused();

  await openByKey(page);
  await page.keyboard.type('airlock');
  await expect(page.locator(status)).toContainText('in the text');
  await expect(page.locator(`${dialog} mark`).first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(first).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(first).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('searchbox')).toBeFocused();
  const target = await page.locator(first).first().getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${target ?? 'no target'}$`));
  await expect(page.locator('h1')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('airlock');
  await expect(page.locator(first).first()).toBeVisible();
  await page.goForward();
  await expect(page.locator(dialog)).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('keeps the query in the address while the dialog is open', async ({ page }) => {
  await page.goto('guide/approvals/');
  await searchFor(page, 'airlock');
  await expect(page).toHaveURL(/\/guide\/approvals\/\?q=airlock$/);
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('airlock');
  await expect(page.locator(first).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/guide\/approvals\/$/);
});

test('loses no key that is pressed before its script has come', async ({ page, faults }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/SearchDialog*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('discharge');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox')).toHaveValue('discharge');
  release();
  await expect(page.locator(first).first()).toContainText('Discharge');
  await expect(page.getByRole('searchbox')).toBeFocused();
  expect(faults).toEqual([]);
});

test('says what it corrected, and lets the reader undo it', async ({ page }) => {
  await page.goto('');
  await searchFor(page, 'aprovals');
  await expect(page.locator(dialog)).toContainText('Did you mean approvals?');
  await expect(page.locator(first).first()).toContainText('Approvals');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Search for “aprovals” instead' }).click();
  await expect(page.locator(dialog)).toContainText('Searched exactly as typed.');
  await expect(page.getByRole('searchbox')).toHaveValue('aprovals');
  await page.getByRole('button', { name: 'Correct the spelling' }).click();
  await expect(page.locator(first).first()).toContainText('Approvals');
});

test('answers with the person, the meet-up and the pathway themselves', async ({ page }) => {
  await page.goto('');
  await searchFor(page, 'simon');
  const top = page.locator(`${dialog} li`).first();
  await expect(top).toContainText('Simon Ellershaw');
  await expect(top.locator('a[href^="mailto:"]')).toBeVisible();
  await page.getByRole('searchbox').fill('next meeting');
  await expect(top).toContainText(/meet-up/i);
  await page.getByRole('searchbox').fill('what applies to my study');
  await expect(top).toContainText('What applies to my study?');
});

test('narrows the results by kind, and by what projects are about', async ({ page }) => {
  await page.goto('');
  await searchFor(page, 'uclh llm');
  const box = page.getByRole('group', { name: 'Narrow the results' });
  await box.getByRole('button', { name: /^Project/ }).click();
  const shown = async () => [
    ...new Set(await page.locator(`${dialog} section:not([aria-label="In the text"]) small`).allTextContents()),
  ];
  await expect.poll(shown).toEqual(['Project']);
  await expect(box.getByRole('button', { name: /^Project/ })).toHaveAttribute('aria-pressed', 'true');
  await box.getByRole('combobox', { name: 'Theme' }).selectOption('advice and guidance');
  await expect(page.locator(first).first()).toContainText('LLM Advice and Guidance');
  expect(await violations(page)).toEqual([]);
});

test('says so when nothing is found, with ways on', async ({ page, faults }) => {
  await page.goto('');
  await searchFor(page, 'zzzzqqqq');
  await expect(page.locator(status)).toContainText('Nothing found for “zzzzqqqq”');
  const notes = page.locator(`${dialog} .notes`);
  await expect(notes.getByRole('link', { name: 'Say on GitHub what is missing' })).toHaveAttribute(
    'href',
    /issues\/new\?title=.*zzzzqqqq/,
  );
  await expect(notes.getByRole('link', { name: 'People and organisations' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await notes.getByRole('link', { name: 'A to Z' }).click();
  await expect(page.locator('h1')).toHaveText('A to Z');
  expect(faults).toEqual([]);
});

test('searches nothing for what looks like a patient’s number', async ({ page }) => {
  await page.goto('');
  await openByKey(page);
  await page.keyboard.type('airlock');
  await expect(page.locator(first).first()).toBeVisible();
  await page.getByRole('searchbox').fill('MRN 40123456');
  await expect(page.locator(status)).toContainText('could identify a patient');
  await expect(page.locator(first)).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('');
  expect(await violations(page)).toEqual([]);
});

test('loads nothing of search before it is asked for', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('guide/approvals/');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => /pagefind|dialog|\/search\//i.test(url))).toEqual([]);
});

test('can be used at 320 pixels, which is 1280 at 400 %, and in the dark', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('');
  await page.getByRole('button', { name: /^search/i }).click();
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('discharge');
  await expect(page.locator(first).first()).toBeVisible();
  const overflow = await page.locator(dialog).evaluate((node) => node.scrollWidth - node.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);
});

const ODD = [
  'approvals '.repeat(2000),
  '😀🏥',
  'مرحبا بالعالم',
  '<script>alert(1)</script>',
  '(.*)+[a-z]{2}\\',
  '%%%',
  '"',
  '__proto__',
];

test('takes any words at all, and makes no element of them', async ({ page, faults }) => {
  await page.goto('');
  await openByKey(page);
  for (const odd of ODD) {
    await page.getByRole('searchbox').fill(odd);
    await expect(page.locator(dialog)).toHaveAttribute('aria-busy', 'false');
    await expect(page.locator(status)).not.toBeEmpty();
    await expect(page.getByRole('searchbox')).toHaveValue(odd);
  }
  await expect(page.locator(`${dialog} script`)).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('the index of the built site answers as often as is asked', ({ folder }) => {
  const index = new FirstAnswers();
  index.add(readPlainFile(readFileSync(join(folder, 'search', 'small.js'), 'utf8')) as SmallIndex);
  const queries = queriesOf('test');
  const found = queries.map(({ q }) => index.search(q).answers.map(({ entry }) => entry.path));
  expect(shortfalls(scoresOf(queries, found))).toEqual([]);
});
