/** Checklists: ticks that this browser alone remembers, by the words of each item; on paper, as a file, and without any of that. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { violations } from './checks.ts';
import { expect, htmlOf, test } from './site.ts';

const PATH = 'guide/security/';
const list = (page: Page) => page.locator('check-list');
const boxes = (page: Page) => list(page).getByRole('checkbox');
const count = (page: Page) => list(page).getByRole('status');
const key = (basePath: string) => `checklist ${basePath}${PATH}`;

test('ticks are counted, survive a reload, stay on their own page, and can be cleared', async ({ page, faults, basePath }) => {
  await page.goto(PATH);
  const total = await boxes(page).count();
  expect(total).toBeGreaterThan(4);
  await expect(count(page)).toHaveText(`0 of ${total} done. Kept in this browser only.`);
  const words = await list(page).locator('li').nth(1).textContent();
  await boxes(page).nth(1).focus();
  await page.keyboard.press('Space');
  await list(page).locator('label').nth(3).click();
  await expect(count(page)).toHaveText(`2 of ${total} done. Kept in this browser only.`);
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await expect(boxes(page).nth(1)).toBeChecked();
  await expect(boxes(page).nth(3)).toBeChecked();
  await expect(count(page)).toHaveText(`2 of ${total} done. Kept in this browser only.`);
  expect(await page.evaluate((name) => localStorage.getItem(name), key(basePath))).toContain(words);
  await page.goto('guide/statistics/');
  await expect(list(page).getByRole('checkbox', { checked: true })).toHaveCount(0);
  await page.goto(PATH);
  await list(page).getByRole('button', { name: 'Clear' }).click();
  await expect(count(page)).toHaveText(`0 of ${total} done. Kept in this browser only.`);
  await page.reload();
  await expect(count(page)).toHaveText(`0 of ${total} done. Kept in this browser only.`);
  expect(faults).toEqual([]);
});

test('an item that was reworded is not ticked, and one that moved is', async ({ page, basePath }) => {
  await page.goto(PATH);
  const last = (await list(page).locator('li').last().textContent()) ?? '';
  await page.evaluate(
    ([name, kept]) => localStorage.setItem(name ?? '', kept ?? ''),
    [key(basePath), JSON.stringify(['What the first item said last year.', last.trim()])],
  );
  await page.reload();
  await expect(list(page).getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(boxes(page).last()).toBeChecked();
});

for (const broken of ['{"a":', '{"a":1}', '[1,2]', 'null', '"x"']) {
  test(`a damaged record (${broken}) is dropped`, async ({ page, faults, basePath }) => {
    await page.goto(PATH);
    await page.evaluate(([name, kept]) => localStorage.setItem(name ?? '', kept ?? ''), [key(basePath), broken]);
    await page.reload();
    await expect(count(page)).toContainText(/^0 of \d+ done\. Kept/);
    expect(await page.evaluate((name) => localStorage.getItem(name), key(basePath))).toBeNull();
    await boxes(page).first().check();
    await page.reload();
    await expect(boxes(page).first()).toBeChecked();
    expect(faults).toEqual([]);
  });
}

test('where the browser keeps nothing, ticks work and the page says that they are lost', async ({ page, faults }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto(PATH);
  await boxes(page).first().check();
  await boxes(page).nth(2).check();
  await boxes(page).first().uncheck();
  await expect(count(page)).toContainText(/^1 of \d+ done\. Not kept in this browser/);
  await list(page).getByRole('button', { name: 'Clear' }).click();
  await expect(count(page)).toContainText('0 of');
  expect(faults).toEqual([]);
});

test('a full store loses no tick of this page, and says that it keeps none', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(PATH);
  await boxes(page).first().check();
  await boxes(page).nth(1).check();
  await expect(count(page)).toContainText(/^2 of \d+ done\. Not kept in this browser/);
});

test('ticks of another tab show here', async ({ page, context }) => {
  await page.goto(PATH);
  const other = await context.newPage();
  await other.goto(new URL(PATH, page.url().replace(PATH, '')).href);
  await boxes(other).first().check();
  await expect(boxes(page).first()).toBeChecked();
  await boxes(page).nth(1).check();
  await expect(boxes(other).nth(1)).toBeChecked();
  await expect(boxes(other).first()).toBeChecked();
});

test('the list can be taken away as Markdown for the file of the study', async ({ page }) => {
  await page.goto(PATH);
  await boxes(page).first().check();
  const waiting = page.waitForEvent('download');
  await list(page).getByRole('button', { name: 'Download' }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toBe('checklist-security.md');
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toContain(`# Checklist: ${await page.locator('h1').textContent()}`.trim());
  expect(text).toContain(`From <${page.url()}>`);
  expect(text.match(/^- \[x\] /gm)).toHaveLength(1);
  expect(text.match(/^- \[ \] /gm)).toHaveLength((await boxes(page).count()) - 1);
});

test('on paper the ticks are seen and the buttons are not', async ({ page }) => {
  await page.goto(PATH);
  await boxes(page).first().check();
  await page.emulateMedia({ media: 'print' });
  await expect(boxes(page).first()).toBeVisible();
  await expect(boxes(page).first()).toBeChecked();
  await expect(list(page).locator('button').first()).toBeHidden();
});

test('what a page of the guide runs before anybody acts does not fetch the file that saves', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(PATH);
  await page.waitForLoadState('networkidle');
  expect(asked.join()).toContain('Checklist');
  expect(asked.join()).not.toContain('markdown-file');
});

test('the copy of the page has boxes of Markdown', ({ folder }) => {
  expect(readFileSync(`${folder}/guide/security.md`, 'utf8')).toMatch(/\n- \[ \] /);
  expect(htmlOf(folder, PATH)).not.toContain('type="checkbox"');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the list is a list with a box before each item, to tick on paper', async ({ page }) => {
    await page.goto(PATH);
    await expect(list(page).locator('li').first()).toBeVisible();
    await expect(list(page).locator('input, button')).toHaveCount(0);
    const box = await list(page)
      .locator('li')
      .first()
      .evaluate((item) => getComputedStyle(item, '::before').borderTopWidth);
    expect(box).toBe('1px');
  });
});
