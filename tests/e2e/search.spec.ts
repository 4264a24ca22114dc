/** Search: its dialog, its keys, its sound, and what happens when it cannot be loaded. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const dialog = 'dialog[open]';

const openByKey = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('searchbox')).toBeFocused();
};

test('opens by button and by key, finds a page, and is left by Escape', async ({ page, faults }) => {
  await page.goto('guide/approvals/');
  const button = page.getByRole('button', { name: /^search/i });
  await button.click();
  await expect(page.locator(dialog)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator(dialog)).toHaveCount(0);
  await expect(button).toBeFocused();

  await openByKey(page);
  await page.keyboard.type('airlock');
  await expect(page.getByRole('status').filter({ hasText: /result/ })).toBeVisible();
  await expect(page.locator(`${dialog} li`).first()).toBeVisible();
  await expect(page.locator(`${dialog} mark`).first()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(`${dialog} li a`).first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('searchbox')).toBeFocused();
  const target = await page.locator(`${dialog} li a`).first().getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${target ?? 'no target'}$`));
  await expect(page.locator('h1')).toBeVisible();
  expect(faults).toEqual([]);
});

test('narrows the results by kind of page', async ({ page }) => {
  await page.goto('');
  await openByKey(page);
  await page.keyboard.type('discharge');
  const kinds = page.getByRole('group', { name: 'Kind of page' });
  await kinds.getByRole('button', { name: /^Project/ }).click();
  const shown = async () => [...new Set(await page.locator(`${dialog} li small`).allTextContents())];
  await expect.poll(shown).toEqual(['Project']);
  await expect(kinds.getByRole('button', { name: /^Project/ })).toHaveAttribute('aria-pressed', 'true');
});

test('says so when nothing is found, and points to the A to Z', async ({ page }) => {
  await page.goto('');
  await openByKey(page);
  await page.keyboard.type('zzzzqqqq');
  await expect(page.locator(`${dialog} [role=status]`)).toContainText('Nothing found for “zzzzqqqq”');
  await page.locator(`${dialog} [role=status] a`).click();
  await expect(page.locator('h1')).toHaveText('A to Z');
});

test('points to the A to Z when the index cannot be loaded', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('');
  await openByKey(page);
  await page.keyboard.type('airlock');
  await expect(page.locator(`${dialog} [role=status]`)).toContainText('Search could not be loaded.');
  await expect(page.locator(`${dialog} [role=status] a`)).toBeVisible();
});

test('loads nothing of search before it is asked for', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('guide/approvals/');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => /pagefind|dialog/.test(url))).toEqual([]);
});

test('can be used at 320 pixels and in the dark', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('');
  await page.getByRole('button', { name: /^search/i }).click();
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('approval');
  await expect(page.locator(`${dialog} li`).first()).toBeVisible();
  const overflow = await page.locator(dialog).evaluate((node) => node.scrollWidth - node.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
