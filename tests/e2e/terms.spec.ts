/** Terms of the glossary as readers meet them: by keyboard, by touch, without a script, on paper, in copies and in search. */
import { readFileSync } from 'node:fs';
import { violations } from './checks.ts';
import { allPages, expect, htmlOf, test } from './site.ts';

const PATH = 'guide/start-here/';

test('a term opens by keyboard, says what it means, leads to the glossary and closes again', async ({
  page,
  faults,
  basePath,
}) => {
  await page.goto(PATH);
  const term = page.locator('.prose [popovertarget]').first();
  const meaning = page.locator('.prose [popover]').first();
  await expect(meaning).toBeHidden();
  await term.focus();
  await page.keyboard.press('Enter');
  await expect(meaning).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Tab');
  const link = meaning.getByRole('link', { name: 'In the glossary' });
  await expect(link).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
  await term.press('Enter');
  await link.click();
  await expect(page).toHaveURL(new RegExp(`${basePath}glossary/#[a-z-]+$`));
  await expect(page.locator('.term:target')).toBeVisible();
  expect(faults).toEqual([]);
});

test('what opens stays on the screen of a phone, in dark colours as well', async ({ browser, siteUrl }) => {
  const context = await browser.newContext({
    ...{ baseURL: siteUrl, hasTouch: true, isMobile: true, colorScheme: 'dark' },
    viewport: { width: 320, height: 640 },
  });
  const page = await context.newPage();
  await page.goto(PATH);
  for (const term of await page.locator('.prose [popovertarget]').all()) {
    await term.scrollIntoViewIfNeeded();
    await term.tap();
    const meaning = page.locator('[popover]:popover-open');
    await expect(meaning).toBeVisible();
    const box = await meaning.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 320 && box.y >= 0 && box.y + box.height <= 640).toBe(true);
    await page.keyboard.press('Escape');
  }
  await page.locator('.prose [popovertarget]').first().tap();
  expect(await violations(page)).toEqual([]);
  await context.close();
});

test('each page explains a term once, at most six of them, and most pages of the guide explain some', ({ folder, basePath }) => {
  const chapters = allPages.filter((path) => /^guide\/(?!print|will-it-fit)[\w-]+\/$/.test(path));
  const counts = chapters.map((path) => {
    const html = htmlOf(folder, path);
    const targets = [...html.matchAll(/popovertarget="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(new Set(targets).size, path).toBe(targets.length);
    for (const target of targets) {
      expect(html, path).toContain(`id="${target}"`);
      expect(html, path).toContain(`href="${basePath}glossary/#${target.replace('term-', '')}"`);
    }
    return targets.length;
  });
  expect(Math.max(...counts)).toBeLessThanOrEqual(6);
  expect(counts.filter((count) => count > 0).length).toBeGreaterThan(14);
});

test('on paper, in the copy and in the document for print they are plain words', async ({ page, folder }) => {
  await page.goto(PATH);
  const term = page.locator('.prose [popovertarget]').first();
  const word = (await term.textContent()) ?? '';
  const sentence = ((await page.locator('.prose [popover]').first().textContent()) ?? '').slice(0, 40);
  await term.click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.prose [popover]').first()).toBeHidden();
  await expect(term).toBeVisible();
  expect(await term.evaluate((node) => getComputedStyle(node).textDecorationLine)).toBe('none');
  const copy = readFileSync(`${folder}/${PATH.replace(/\/$/, '')}.md`, 'utf8');
  expect(copy).toContain(word);
  expect(copy).not.toContain(sentence);
  expect(/<button type="button" popover|<span popover/.test(htmlOf(folder, 'guide/print/'))).toBe(false);
});

test('search finds the words around a term, and not what it opens', async ({ page }) => {
  await page.goto(PATH);
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('"trusted research environment"');
  const results = page.locator('search-dialog li, dialog li');
  await expect(results.first()).toBeVisible();
  await page.getByRole('searchbox').fill('bring it to the community, then ask SAFEHR which route');
  const first = results.filter({ hasText: 'Where to start' }).first();
  await expect(first).toBeVisible();
  await expect(first).not.toContainText('In the glossary');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a term opens all the same', async ({ page }) => {
    await page.goto(PATH);
    await page.locator('.prose [popovertarget]').first().click();
    await expect(page.locator('.prose [popover]').first()).toBeVisible();
  });
});

test('every term of the glossary leads to its sources and back, and says where one is to be verified', async ({ page }) => {
  await page.goto('glossary/');
  const terms = await page.locator('.term').evaluateAll((all) =>
    all.map((one) => ({
      id: one.id,
      address: one.querySelector<HTMLAnchorElement>('a[href*="/glossary/sources/#"]')?.hash.slice(1),
      words: one.querySelector('dd > span:last-child')?.textContent.trim() ?? '',
    })),
  );
  expect(terms.length).toBeGreaterThan(50);
  expect(terms.filter(({ id, address }) => id !== address)).toEqual([]);
  await page.locator('h1 + p').getByRole('link', { name: 'sources' }).click();
  await expect(page.locator('h1')).toHaveText('Sources of the glossary');
  for (const { id, words } of terms) {
    const lines = await page.locator(`#${id} dd > span`).allInnerTexts();
    const number = lines.length === 1 ? 'Source' : `${lines.length} sources`;
    const verify = lines.some((line) => /to be verified|only the abstract/i.test(line)) ? ', to be verified' : '';
    expect(words, id).toBe(`${number}${verify}`);
    for (const line of lines) expect(line, id).toMatch(/; (undated|dated [\w ]+), read \d+ \w+ 20\d\d\./);
  }
  await page.locator('#dpia dt a').click();
  await expect(page).toHaveURL(/glossary\/#dpia$/);
});
