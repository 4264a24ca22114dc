/** Reading: what the seed promised is there, by keyboard, on paper, in forced colours, and nothing moves. */
import { expect, test } from './site.ts';

test('the first page says what this is, when people meet and whom to ask', async ({ page }) => {
  await page.goto('');
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.getByText('Every other Wednesday, 10:00')).toBeVisible();
  await expect(page.getByText('222 Euston Road').first()).toBeVisible();
  await expect(page.getByText('Which Wednesday is next is still to be confirmed.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'simon.ellershaw.20@ucl.ac.uk' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'I am a clinician with an idea' })).toBeVisible();
});

test('a project shows its evidence, what nobody states, and how to cite it', async ({ page, siteUrl }) => {
  await page.goto('projects/discharge-summaries/');
  await expect(page.locator('dt', { hasText: 'Result' }).locator('+ dd')).toHaveText('Not stated');
  await expect(page.locator('dt', { hasText: 'Approval route' }).locator('+ dd')).toHaveText('To be confirmed');
  const bibtex = await page.request.get(new URL('projects/discharge-summaries/cite.bib', siteUrl).href);
  expect(await bibtex.text()).toContain('@inproceedings{');
  const ris = await page.request.get(new URL('projects/discharge-summaries/cite.ris', siteUrl).href);
  expect(await ris.text()).toMatch(/^TY {2}- CONF/);
});

test('a guide page has its way, its status, its sources and its neighbours', async ({ page }) => {
  await page.goto('guide/approvals/');
  await expect(page.getByText('To be checked by its owner')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Guide' }).locator('[aria-current=page]')).toHaveText('Approvals');
  const mark = page.locator('.mark a').first();
  await mark.click();
  await expect(page.locator('.sources li:target')).toBeVisible();
  await page.getByRole('link', { name: 'Back to source 1 in the text' }).click();
  await page.locator('a[rel=next]').click();
  await expect(page.locator('h1')).toHaveText('Involving patients and the public');
});

test('every page can be edited at the right file', async ({ page }) => {
  await page.goto('contacts/simon-ellershaw/');
  await expect(page.getByRole('link', { name: 'Edit this page' })).toHaveAttribute(
    'href',
    'https://github.com/llms-at-uclh/llms-at-uclh.github.io/edit/main/content/contacts/simon-ellershaw.mdx',
  );
});

test('the skip link and the header can be reached by keyboard, in order', async ({ page }) => {
  await page.goto('guide/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => Boolean(document.activeElement?.closest('main')))).toBe(true);
});

test('nothing moves while a page loads', async ({ page }) => {
  await page.addInitScript(() => {
    const held = globalThis as unknown as { moved: number };
    held.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) held.moved += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of ['', 'guide/approvals/', 'projects/', 'meetups/', 'pathway/']) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    // A busy machine may paint a page that is half parsed; a face or a script that moved the text would do more than this.
    expect(await page.evaluate(() => (globalThis as unknown as { moved: number }).moved), path).toBeLessThan(0.01);
  }
});

test('headings take their own face once the page is seen, and at once on the next page', async ({ page }) => {
  const face = () => page.locator('h1').evaluate((node) => getComputedStyle(node).fontFamily.split(',')[0]);
  await page.goto('guide/');
  await expect.poll(face).toBe('Newsreader');
  await page.getByRole('link', { name: 'Projects', exact: true }).first().click();
  await page.waitForLoadState('domcontentloaded');
  const standIns = () => [...document.fonts].filter(({ family }) => /Newsreader \w/.test(family)).map(({ status }) => status);
  expect(await page.locator('html').getAttribute('class')).toBe('newsreader');
  expect(await page.evaluate(standIns)).toEqual(['unloaded', 'unloaded']);
});

test('a face that would break a line elsewhere waits for the next page', async ({ page }) => {
  const face = () => page.locator('html').getAttribute('class');
  await page.goto('guide/');
  await expect.poll(face).toBe('newsreader');
  const [own = 0, standIn = 0] = await page.locator('h1').evaluate((heading) => {
    heading.style.cssText = 'display: inline-block; white-space: nowrap; max-width: none';
    const own = heading.getBoundingClientRect().width;
    document.documentElement.classList.remove('newsreader');
    return [own, heading.getBoundingClientRect().width];
  });
  expect(Math.abs(own - standIn)).toBeGreaterThan(1);

  // Between the two widths one face needs a second line. It is set while the face is on its way.
  await page.route('**/*.woff2', async (route) => {
    await page.locator('h1').evaluate((heading, width) => (heading.style.maxWidth = `${width}px`), (own + standIn) / 2);
    await route.continue();
  });
  await page.goto('about:blank');
  await page.goto('guide/');
  await page.waitForFunction(() =>
    [...document.fonts].some(({ family, status }) => family === 'Newsreader' && status === 'loaded'),
  );
  expect(await face()).toBeFalsy();
});

test('on paper the furniture is gone and the sources are numbered', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('guide/approvals/');
  await expect(page.locator('header')).toBeHidden();
  await expect(page.locator('.side')).toBeHidden();
  await expect(page.locator('.note').first()).toBeHidden();
  await expect(page.locator('.sources li').first()).toBeVisible();
});

test('the stage is told in forced colours and in words', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('projects/discharge-summaries/');
  await expect(page.getByText('Retrospective study, step 3 of 6')).toBeVisible();
  const colour = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((node) => getComputedStyle(node).backgroundColor);
  expect(await colour('.segments .done')).not.toBe(await colour('.segments i:last-child'));
});

test('an address that leads nowhere helps, at any depth', async ({ page }) => {
  const response = await page.goto('guide/no/such/page/');
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: 'Projects' }).last().click();
  await expect(page.locator('h1')).toHaveText('Projects');
});
