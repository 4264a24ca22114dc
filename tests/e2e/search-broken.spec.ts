/** Search when parts of it are missing: a plain sentence, the query kept, and still a way to the page. */
import { AxeBuilder } from '@axe-core/playwright';
import { queriesOf } from '../search/measure.ts';
import { dialog, openByKey, searchFor, status } from './search.ts';
import { expect, test } from './site.ts';

/** The browser itself writes down each request that fails; everything else in the console is ours. */
const ours = (faults: readonly string[]) => faults.filter((fault) => !fault.includes('Failed to load resource'));

const first = `${dialog} li > a`;

test.describe('without WebAssembly', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'WebAssembly');
    });
  });

  test('every query leads somewhere useful, and nothing alarming is said', async ({ page, faults }) => {
    test.setTimeout(180_000);
    await page.goto('');
    await searchFor(page, 'airlock');
    await expect(page.locator(status)).toContainText('in the text');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    for (const { q, find } of queriesOf('test')) {
      await page.getByRole('searchbox').fill(q);
      await expect(page.locator(dialog)).toHaveAttribute('aria-busy', 'false');
      const links = await page.locator(`${first}, ${dialog} .notes a`).count();
      expect(links, `links for “${q}”`).toBeGreaterThan(0);
      if (find.length > 0) await expect(page.locator(first).first(), q).toBeVisible();
    }
    expect(faults).toEqual([]);
  });
});

for (const [what, body] of [
  ['is missing', undefined],
  ['has only half its bytes', 'plainIndex("small",{"entries":[{"path":"/guide/appr'],
] as const) {
  test(`the text still answers when the small index ${what}`, async ({ page, faults }) => {
    await page.route('**/search/small.js*', (route) =>
      body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body, contentType: 'text/javascript' }),
    );
    await page.goto('');
    await searchFor(page, 'airlock');
    await expect(page.locator(first).first()).toBeVisible();
    await expect(page.getByRole('searchbox')).toHaveValue('airlock');
    expect(ours(faults)).toEqual([]);
  });
}

for (const part of ['pagefind-entry.json', '*.pf_meta', 'wasm.*', 'index/*', 'fragment/*', 'pagefind.js'])
  test(`the plain words answer when Pagefind’s ${part} has only half its bytes`, async ({ page, faults }) => {
    await page.route(`**/pagefind/${part}*`, async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
    });
    await page.goto('');
    const plain = page.waitForResponse(/\/search\/text-1\.js/);
    await searchFor(page, 'airlock');
    await plain;
    await expect(page.locator(status)).toContainText('in the text');
    await expect(page.locator(first).first()).toContainText('Airlock');
    await expect(page.getByRole('searchbox')).toHaveValue('airlock');
    expect(faults).toEqual([]);
  });

test('points to the A to Z when nothing can be loaded, and tries again at the next key', async ({ page, faults }) => {
  await page.route(/\/(pagefind|search)\//, (route) => route.abort());
  await page.goto('');
  await searchFor(page, 'airlock');
  await expect(page.locator(status)).toContainText('Search did not load.');
  await expect(page.locator(`${status} a`)).toHaveText('A to Z');
  await expect(page.getByRole('searchbox')).toHaveValue('airlock');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.unroute(/\/(pagefind|search)\//);
  await page.keyboard.type(' ');
  await expect(page.locator(first).first()).toContainText('Airlock');
  expect(ours(faults)).toEqual([]);
});

test('points to the A to Z when its script cannot be loaded', async ({ page, faults }) => {
  await page.route('**/assets/SearchDialog*', (route) => route.abort());
  await page.goto('');
  await openByKey(page);
  await page.keyboard.type('airlock');
  await expect(page.locator(status)).toContainText('Search did not load.');
  await expect(page.getByRole('searchbox')).toHaveValue('airlock');
  expect(ours(faults)).toEqual([]);
});

test('says that it is loading on a slow network', async ({ page }) => {
  await page.route('**/search/small.js*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.goto('');
  await openByKey(page);
  await page.keyboard.type('airlock');
  await expect(page.locator(status)).toHaveText('Loading search …');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await expect(page.locator(first).first()).toContainText('Airlock');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('search is the A to Z', async ({ page }) => {
    await page.goto('');
    await page.locator('site-search a').click();
    await expect(page.locator('h1')).toHaveText('A to Z');
    const listed = new Set(
      await page.locator('main li a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    );
    expect(listed.size).toBeGreaterThan(80);
  });
});
