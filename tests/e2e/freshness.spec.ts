/** The ledger of freshness: the same built page, opened at different times. */
import type { Page } from '@playwright/test';
import { violations } from './checks.ts';
import { expect, test } from './site.ts';

const said = (page: Page) => page.locator('[data-said]');
const rows = (page: Page) => page.locator('due-days tbody tr');

test('a site built today shows itself overdue two years on, without being built again', async ({ page, faults }) => {
  await page.goto('freshness/');
  const total = await rows(page).count();
  expect(total).toBeGreaterThan(30);
  await expect(said(page)).toContainText(`0 of ${total} pages are overdue today`);
  const by = (await page.locator('due-days time').first().getAttribute('datetime')) ?? '';
  const later = new Date(`${by}T12:00:00Z`);
  later.setUTCDate(later.getUTCDate() + 2);
  await page.clock.setFixedTime(later);
  await page.reload();
  await expect(rows(page).first().locator('.late')).toHaveText('overdue by 2 days');
  await page.clock.setFixedTime(new Date('2029-01-31T12:00:00Z'));
  await page.reload();
  await expect(said(page)).toHaveText(`${total} of ${total} pages are overdue today, 31 January 2029.`);
  await expect(page.locator('.late')).toHaveCount(total);
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('the day is that of London, wherever the reader is', async ({ browser, siteUrl }) => {
  const context = await browser.newContext({ baseURL: siteUrl, timezoneId: 'Pacific/Auckland' });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date('2027-01-01T22:00:00Z'));
  await page.goto('freshness/');
  await expect(said(page)).toContainText('1 January 2027');
  await context.close();
});

test('the footer leads to it, and it names owners, and what rests on each source', async ({ page }) => {
  await page.goto('guide/statistics/');
  await page.getByRole('navigation', { name: 'About this site' }).getByRole('link', { name: 'Freshness' }).click();
  await expect(page.locator('h1')).toHaveText('Freshness');
  const row = rows(page).filter({ hasText: 'Approvals and data governance' });
  await expect(row).toContainText('Simon Ellershaw');
  await expect(row).toContainText('draft');
  await expect(page.locator('section[aria-labelledby=second-hand] li').first()).toBeVisible();
});

test('the outside sources stand on two pages, each once, with what rests on it', async ({ page }) => {
  await page.goto('freshness/');
  const all = Number(/(\d+) outside sources/.exec(await page.locator('main').innerText())?.[1]);
  const links: string[] = [];
  for (const [name, publishers] of [
    ['A to M', /^[a-m]/i],
    ['N to Z', /^[n-z]/i],
  ] as const) {
    await page.getByRole('link', { name }).click();
    await expect(page.locator('h1')).toHaveText(`Outside sources, ${name}`);
    for (const words of await page.locator('main .rows > li').allInnerTexts()) expect(words).toMatch(publishers);
    links.push(
      ...(await page.locator('main .rows > li > a').evaluateAll((found) => found.map((one) => (one as HTMLAnchorElement).href))),
    );
  }
  expect(new Set(links).size).toBe(all);
  expect(links).toHaveLength(all);
  await page.getByRole('link', { name: 'A to M' }).click();
  const source = page.locator('main li', { hasText: 'The dynamic world of LLM runtime memory' });
  await expect(source).toContainText('Read 23 November 2026, read in somebody else');
  await expect(source.getByRole('link', { name: 'Glossary: KV cache' })).toBeVisible();
  await expect(source).toContainText(/\(\d+ statements?\)/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the days stand plainly, with the day of the build, and nothing claims to know today', async ({ page }) => {
    await page.goto('freshness/');
    await expect(said(page)).toHaveText(/^The days are as they stood on \d+ \w+ 20\d\d, when this site was built\.$/);
    await expect(rows(page).first().locator('time')).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'Today' })).toHaveCount(0);
  });
});
