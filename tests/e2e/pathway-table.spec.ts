/** The pathway's table: what the result takes from it, when it cannot be had, and the pages of it that need no script. */
import { noApproval, result, STOPPED } from './pathway.ts';
import { expect, htmlOf, test } from './site.ts';

test('what the script brings from the table keeps the styles that it has there', async ({ page, folder }) => {
  const styleOf = (path: string) => /<style>([\s\S]*?)<\/style>/.exec(htmlOf(folder, path))?.[1] ?? '';
  const named = (css: string) => new Set([...css.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name));
  const [there, here] = [named(styleOf('pathway/table/')), named(styleOf('pathway/'))];
  await page.goto(`pathway/#${STOPPED}`);
  await expect(result(page)).toBeFocused();
  const classes = await page
    .locator('study-pathway [class]')
    .evaluateAll((all) => [...new Set(all.flatMap(({ classList }) => [...classList]))]);
  const styled = classes.filter((name) => there.has(name));
  expect(styled.length).toBeGreaterThan(5);
  expect(styled.filter((name) => !here.has(name))).toEqual([]);
});

test('when the table cannot be fetched, says so and keeps the answers', async ({ page }) => {
  await page.route('**/pathway/table/', (route) => route.abort());
  await page.goto(`pathway/#${STOPPED}`);
  await expect(page.getByText('The questions could not be loaded')).toBeVisible();
  await expect(page).toHaveURL(/at=result$/);
  await page.unroute('**/pathway/table/');
  await page.getByRole('link', { name: 'Answer the questions' }).click();
  await expect(result(page)).toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the questions can be read, and the table holds every outcome with its sources and whom to ask', async ({ page }) => {
    await page.goto('pathway/');
    await expect(noApproval(page)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Which data will you use?' })).toBeVisible();
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await expect(page.getByText('Redacted free text')).toBeVisible();
    await page.getByRole('link', { name: 'Read the whole table' }).first().click();
    await expect(noApproval(page)).toBeVisible();
    const outcomes = page.locator('article.outcome[id^=r]');
    const ids: string[] = [];
    for (const phase of ['Settle what it is', 'People and partners']) {
      await page.getByRole('navigation', { name: 'Parts of the table' }).getByRole('link', { name: phase }).click();
      await expect(page.getByRole('heading', { level: 2, name: phase })).toBeInViewport();
      ids.push(...(await outcomes.evaluateAll((all) => all.map(({ id }) => id))));
      expect(await outcomes.filter({ hasNot: page.locator('.source a[href^=http]') }).count()).toBe(0);
      expect(await outcomes.filter({ hasNot: page.locator('a[href*="/contacts/"]') }).count()).toBe(0);
      expect(await page.locator('main').innerText()).not.toMatch(/\bapproved\b|\bexempt\b|\bcleared\b|no ethics needed/i);
    }
    expect(new Set(ids).size).toBe(45);
    expect(ids).toHaveLength(45);
  });

  test('each question leads to what its answers bring', async ({ page }) => {
    await page.goto('pathway/');
    await page.locator('#q11').getByRole('link', { name: 'What each answer brings' }).click();
    await expect(page).toHaveURL(/pathway\/answers\/#of-q11$/);
    const brings = page.locator('section', { has: page.locator('#of-q11') }).last();
    await brings.getByRole('link', { name: 'Stop before any call to an outside model' }).first().click();
    await expect(page).toHaveURL(/pathway\/table\/#r28$/);
    await expect(page.locator('#r28')).toBeInViewport();
  });
});
