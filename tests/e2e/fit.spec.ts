/** "Will it fit?": the form as somebody uses it, and the table for whoever has no script. */
import type { Page } from '@playwright/test';
import { violations } from './checks.ts';
import { expect, test } from './site.ts';

const PATH = 'guide/will-it-fit/';
const answer = (page: Page, card: string) => page.locator('.reckoned dt', { hasText: card }).locator('+ dd');

test('the form reckons as somebody types, by keyboard, within the policy', async ({ page, faults }) => {
  await page.goto(PATH);
  await expect(answer(page, 'T4')).toContainText('No: the weights alone do not fit.');
  await expect(answer(page, 'A100')).toContainText('Yes.');
  await page.getByLabel('Format of the weights').selectOption('int8');
  await expect(answer(page, 'T4')).toContainText('Yes. It needs 9.1 GB (8.5 GiB)');
  await page.getByLabel('Tokens of one text').fill('60,000');
  await expect(answer(page, 'T4')).toContainText('No: the weights fit, the cache does not.');
  await page.getByRole('combobox', { name: /^Model/ }).selectOption('qwq-32b');
  await expect(page.getByLabel('Layers')).toHaveValue('64');
  await page.getByLabel('Format of the weights').selectOption('bfloat16');
  await expect(answer(page, 'T4')).toHaveText('No: this card cannot compute in bfloat16. Choose float16 or a smaller format.');
  await expect(answer(page, 'A100')).toContainText('room for about 26,700 tokens');
  await page.getByLabel('Layers').fill('48');
  await expect(page.getByRole('combobox', { name: /^Model/ })).toHaveValue('');
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('bad input gets a plain message at its field, and nothing is reckoned with it', async ({ page }) => {
  await page.goto(PATH);
  const layers = page.getByLabel('Layers');
  await layers.fill('many');
  await expect(layers).toHaveAttribute('aria-invalid', 'true');
  await expect(layers).toHaveAccessibleDescription(/Write a whole number from 1 to 1,000, in figures\./);
  await expect(answer(page, 'T4')).toHaveText('Not reckoned: see the fields above.');
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page)).toEqual([]);
  await layers.fill('32');
  await expect(layers).not.toHaveAttribute('aria-invalid');
  await expect(answer(page, 'A100')).toContainText('Yes.');
});

test('when the sums cannot be fetched, says so', async ({ page }) => {
  await page.route('**/fit-form*.js', (route) => route.abort());
  await page.goto(PATH);
  await page.getByLabel('Layers').focus();
  await expect(page.getByText('The form could not be loaded.')).toBeVisible();
});

test('the chapter leads to it, and it names its sources and whom to ask', async ({ page }) => {
  await page.goto('guide/compute-and-models/');
  await page.getByRole('link', { name: 'reckon for your own model' }).click();
  await expect(page.locator('h1')).toHaveText('Will it fit?');
  await expect(page.locator('.sources li')).toHaveCount(5);
  await expect(page.locator('.sources li').first()).toContainText('to be verified');
  await expect(page.getByRole('link', { name: 'SAFEHR', exact: true })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the table stands, and the form is not shown', async ({ page }) => {
    await page.goto(PATH);
    await expect(page.locator('fit-form')).toBeHidden();
    const row = page.locator('tr', { hasText: 'QwQ-32B, bfloat16' });
    await expect(row).toContainText('65.0 GB (60.5 GiB)');
    await expect(row).toContainText('no bfloat16');
    await expect(row).toContainText('about 26,700 tokens');
  });
});
