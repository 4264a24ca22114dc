/** The list of projects: narrowing it with and without script, and what it says of choices that do not exist. */
import { expect, test } from './site.ts';

const rows = 'main li[data-stage]:not([hidden])';

test('narrows by several facets together, counts, and keeps the state in the address', async ({ page }) => {
  await page.goto('projects/');
  const all = await page.locator(rows).count();
  await page
    .getByRole('group', { name: 'Data' })
    .getByRole('link', { name: /UCLH records/ })
    .click();
  await expect(page).toHaveURL(/projects\/\?data=uclh-records$/);
  const some = await page.locator(rows).count();
  expect(some).toBeLessThan(all);
  await expect(page.getByRole('status')).toContainText(`${some} of ${all} projects.`);

  const stage = page.getByRole('group', { name: 'Stage' }).getByRole('link', { name: /proof of concept/ });
  const promised = Number(await stage.locator('span').textContent());
  await stage.click();
  await expect(page).toHaveURL(/data=uclh-records&stage=proof-of-concept$/);
  await expect(page.locator(rows)).toHaveCount(promised);

  await page.goBack();
  await expect(page.locator(rows)).toHaveCount(some);
  await page.getByRole('link', { name: 'Show all' }).click();
  await expect(page.locator(rows)).toHaveCount(all);
  await expect(page).toHaveURL(/projects\/$/);
});

test('an address can be shared', async ({ page }) => {
  await page.goto('projects/?stage=retrospective-study');
  await expect(page.locator(rows)).toHaveCount(1);
  await expect(page.getByRole('link', { name: /retrospective study/ })).toHaveAttribute('aria-current', 'true');
});

test('says which choice of the address does not exist, and shows the rest', async ({ page }) => {
  await page.goto('projects/?theme=cardiology&colour=blue');
  await expect(page.getByRole('status')).toContainText('There is no theme “cardiology” here');
  await expect(page.getByRole('status')).toContainText('cannot be narrowed by “colour”');
  expect(await page.locator(rows).count()).toBeGreaterThan(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the facets are links to built pages', async ({ page }) => {
    await page.goto('projects/');
    const link = page.getByRole('group', { name: 'Stage' }).getByRole('link', { name: /retrospective study/ });
    await link.click();
    await expect(page.locator('h1')).toHaveText('Projects: retrospective study');
    await expect(page.locator(rows)).toHaveCount(1);
    await page.getByRole('link', { name: /Show all/ }).click();
    await expect(page.locator('h1')).toHaveText('Projects');
  });

  test('search is a link to the A to Z, and the menu opens', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto('');
    await page.getByText('Menu', { exact: true }).click();
    await expect(page.getByRole('navigation', { name: 'Main, small screens' })).toBeVisible();
    await page.getByRole('link', { name: /^Search/ }).click();
    await expect(page.locator('h1')).toHaveText('A to Z');
  });
});
