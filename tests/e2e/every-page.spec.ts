/** What holds on every built page: reachable by everybody, within the policy, no bigger than promised, nothing from elsewhere. */
import { inlineScripts, overLimits, pageSizes } from '../bench/sizes.ts';
import { allPages, expect, htmlOf, test } from './site.ts';
import { faintColours, violations } from './checks.ts';

for (const path of [...allPages, 'no-such-page/']) {
  test(`/${path} is sound and can be used by everybody`, async ({ page, faults }) => {
    // The whole guide has some ten thousand elements to look at.
    if (path === 'guide/print/') test.setTimeout(240_000);
    await page.goto(path);
    await expect(page.locator('h1')).toHaveCount(1);
    expect(await violations(page), 'in light colours').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faintColours(page), 'in dark colours').toEqual([]);
    const expected = path === 'no-such-page/' ? faults.filter((fault) => !fault.includes('404')) : faults;
    expect(expected).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'wide').toBeLessThanOrEqual(320);
  });
}

test('no page is heavier than promised', ({ folder, basePath }) => {
  const sizes = pageSizes(folder, basePath);
  expect(sizes.length).toBeGreaterThan(allPages.length);
  expect(sizes.flatMap((page) => overLimits(page).map((limit) => `${page.path}: ${limit} is ${page[limit]} bytes`))).toEqual([]);
});

test('every page has a policy without unsafe-inline that names its style block and its scripts', ({ folder }) => {
  for (const path of allPages) {
    const html = htmlOf(folder, path);
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).not.toContain('unsafe-inline');
    const named = (directive: string) => new RegExp(`${directive}([^;]*)`).exec(policy)?.[1]?.match(/'sha256-/g)?.length ?? 0;
    expect(html.match(/<style/g)?.length ?? 0, path).toBe(named('style-src'));
    expect(inlineScripts(html).length, path).toBe(named('script-src'));
    // The checks look at the page itself, not into frames.
    expect(html, path).not.toMatch(/<i?frame/);
    expect(html, path).not.toMatch(/\sstyle="/);
    expect(html, path).not.toMatch(/\son[a-z]+="/);
  }
});
