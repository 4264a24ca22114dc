/** The guide as one document for paper. */
import { expect, htmlOf, test } from './site.ts';

const PATH = 'guide/print/';

test('every mark has the number that its source has in the list, which runs without a gap', async ({ page }) => {
  await page.goto(PATH);
  const { marks, list } = await page.evaluate(() => ({
    marks: [...document.querySelectorAll<HTMLAnchorElement>('.mark a')].map((mark) => [mark.textContent, mark.hash]),
    list: [...document.querySelectorAll('.sources li')].map((row) => [row.querySelector('.figures')?.textContent, row.id]),
  }));
  expect(marks.length).toBeGreaterThan(300);
  for (const [number, hash] of marks) expect(hash).toBe(`#source-${number ?? ''}`);
  expect(list).toEqual(list.map((_, index) => [`${index + 1}.`, `source-${index + 1}`]));
  expect(marks[0]?.[0]).toBe('1');
  const used = new Set(marks.map(([number]) => number));
  for (const [number] of list) expect(used, number ?? '').toContain(number?.slice(0, -1));
});

test('a mark leads to its source and back, and a link to another chapter stays in the document', async ({ page, siteUrl }) => {
  await page.goto(PATH);
  await page.locator('.chapter').nth(3).locator('.mark a').first().click();
  await expect(page.locator('.sources li:target')).toBeVisible();
  expect(await page.locator(`.chapter a[href^="${new URL(siteUrl).pathname}guide/approvals/"]`).count()).toBe(0);
  await page.locator('.chapter a[href="#approvals"]').first().click();
  await expect(page).toHaveURL(/guide\/print\/#approvals$/);
});

test('on paper there is no navigation, the contents stand first, and addresses can be read', async ({ page }) => {
  await page.goto(PATH);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('header')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'About this site' })).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Contents' })).toBeVisible();
  const after = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((node) => getComputedStyle(node, '::after').content);
  expect(await after(".chapter .prose a[href^='http']")).toMatch(/https?:/);
  expect(await after('.chapter a[data-address]')).toContain('https://');
  expect(await after('.sources a[href^="http"]')).toMatch(/https?:/);
  expect(
    await page
      .locator('.chapter')
      .nth(1)
      .evaluate((node) => getComputedStyle(node).breakBefore),
  ).toBe('page');
});

test('makes a PDF of many pages', async ({ page }) => {
  await page.goto(PATH);
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.startsWith('%PDF')).toBe(true);
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(40);
});

test('page numbers in the contents are there for browsers that can', ({ folder }) => {
  expect(htmlOf(folder, PATH)).toContain('target-counter(attr(href url),page)'.replace(',', ', '));
});

test('what was ticked on a page of the guide is ticked here', async ({ page }) => {
  await page.goto('guide/security/');
  await page.locator('check-list').getByRole('checkbox').first().check();
  await page.goto(PATH);
  const list = page.locator('#security check-list');
  await expect(list.getByRole('checkbox').first()).toBeChecked();
  await expect(list.getByRole('status')).toContainText(/^1 of \d+ done/);
  await expect(page.locator('#statistics check-list').getByRole('checkbox', { checked: true })).toHaveCount(0);
});

test('the guide leads to it', async ({ page }) => {
  await page.goto('guide/');
  await page.getByRole('link', { name: 'The whole guide as one document' }).click();
  await expect(page).toHaveURL(/guide\/print\/$/);
});
