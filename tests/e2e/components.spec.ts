/** The components as readers meet them. */
import { inlineScripts } from '../bench/sizes.ts';
import { expect, htmlOf, allPages, test } from './site.ts';

test('code can be copied, and the button says that it was', async ({ page, context, faults }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('contribute/');
  const block = page.locator('copy-code').first();
  await block.getByRole('button', { name: 'Copy' }).click();
  await expect(block.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await block.locator('pre').textContent());
  expect(faults).toEqual([]);
});

test('the script that copies is loaded on pages with code and on no others', ({ folder }) => {
  const withCode = allPages.filter((path) => htmlOf(folder, path).includes('<copy-code'));
  const withScript = allPages.filter((path) =>
    inlineScripts(htmlOf(folder, path)).some((script) => script.includes('copy-code')),
  );
  expect(withCode).toContain('contribute/');
  expect(withCode).not.toContain('about/');
  expect(withScript).toEqual(withCode);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('code has no button, and a disclosure opens', async ({ page }) => {
    await page.goto('contribute/');
    await expect(page.locator('copy-code button')).toHaveCount(0);
    await page.goto('contribute/components/');
    const inside = page.getByText('Summarise the note in three sentences.').last();
    await expect(inside).toBeHidden();
    await page.locator('main summary').click();
    await expect(inside).toBeVisible();
  });
});

test('on paper a disclosure is open', async ({ page }) => {
  await page.goto('contribute/components/');
  await page.emulateMedia({ media: 'print' });
  const height = await page.locator('details .inside').evaluate((element) => element.getBoundingClientRect().height);
  expect(height).toBeGreaterThan(10);
});

test('every component is shown live', async ({ page }) => {
  await page.goto('contribute/components/');
  await expect(page.getByRole('img', { name: 'Four boxes in a row: question, approval, data, result.' })).toBeVisible();
  await expect(page.locator('main .callout')).toContainText('Notes stay in the trusted research environment.');
  await expect(page.locator('main .steps li')).toHaveCount(2);
  await expect(page.locator('main check-list li')).toHaveCount(2);
  await expect(page.locator('main .definition dt')).toHaveText('Silent trial');
  await expect(page.locator('main .quote figcaption')).toHaveText('A ward pharmacist, an invented example');
  await expect(page.locator('main .mark a')).toHaveText('1');
});
