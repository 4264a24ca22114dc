/** Each check over the whole site is shown a fault here, and must find it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../src/site/server.ts';
import { overLimits, pageSizes } from '../bench/sizes.ts';
import { faintColours, followLinks, validator, violations } from './checks.ts';
import { expect, test } from './site.ts';

const page404 = '<!doctype html><html lang="en"><head><title>Not found</title></head><body>Not found</body></html>';

const siteOf = (folder: string, html: string): string => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), html);
  writeFileSync(join(folder, '404.html'), page404);
  return folder;
};

test('axe finds a picture without words and grey text on grey', async ({ page }) => {
  await page.setContent(
    '<html lang="en"><body><main><h1>A</h1><img src="x"><p style="color:#999;background:#aaa">too faint to read</p></main></body></html>',
  );
  const found = (await violations(page)).join('\n');
  expect(found).toContain('image-alt');
  expect(found).toContain('color-contrast');
});

test('axe finds what is faint in dark colours alone', async ({ page }) => {
  const style = 'p { color: #000; background: #fff } @media (prefers-color-scheme: dark) { p { color: #999; background: #aaa } }';
  await page.setContent(
    `<html lang="en"><style>${style}</style><body><main><h1>A</h1><p>too faint to read</p></main></body></html>`,
  );
  expect(await faintColours(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect((await faintColours(page)).join()).toContain('color-contrast');
});

test('a style that the policy does not name is a fault', async ({ page, faults }) => {
  await page.goto('');
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  await expect.poll(() => faults.join()).toContain('Content Security Policy');
});

test('an inline script that the policy does not name is a fault, and does not run', async ({ page, faults }) => {
  await page.goto('');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "run"';
    document.body.append(script);
  });
  await expect.poll(() => faults.join()).toContain('Content Security Policy');
  expect(await page.title()).not.toBe('run');
});

test('a request to another host is a fault', async ({ page, faults }) => {
  await page.setContent('<link rel="stylesheet" href="http://other.invalid/a.css">');
  await expect.poll(() => faults.join()).toContain('request to http://other.invalid/a.css');
});

test('a link and an anchor that lead nowhere are found', async () => {
  const info = test.info();
  const html =
    '<!doctype html><html lang="en"><body id="here"><a href="gone/">a</a><a href="./#nowhere">b</a><a href="./#here">c</a></body></html>';
  const { url, server } = await serve(siteOf(info.outputPath('links'), html), '/', 4700);
  try {
    const { broken } = await followLinks(url);
    expect(broken.join()).toContain('gone/');
    expect(broken.join()).toContain('#nowhere');
    expect(broken.join()).not.toContain('#here');
  } finally {
    server.close();
  }
});

test('a page that is too heavy is found', () => {
  const info = test.info();
  // Hexadecimal noise, because repetition would be compressed away.
  const noise = Array.from({ length: 9000 }, (_unused, index) => ((index * 2_654_435_761) % 4_294_967_296).toString(16)).join(
    ' ',
  );
  const folder = siteOf(info.outputPath('heavy'), `<!doctype html><html lang="en"><body><p>${noise}</p></body></html>`);
  const [first] = pageSizes(folder, '/').filter(({ path }) => path === '/');
  expect(first && overLimits(first)).toContain('critical');
});

test('a script that waits for the first paint is reckoned among the scripts', () => {
  const info = test.info();
  const page = '<!doctype html><html lang="en"><body><template data-after-paint="/late.js"></template></body></html>';
  const folder = siteOf(info.outputPath('late'), page);
  writeFileSync(join(folder, 'late.js'), Array.from({ length: 4_000 }, (_, index) => `f(${Math.sin(index)});`).join(''));
  const [first] = pageSizes(folder, '/').filter(({ path }) => path === '/');
  expect(first && overLimits(first)).toContain('script');
});

test('invalid HTML is found', async () => {
  const html = '<!doctype html><html lang="en"><head><title>x</title></head><body><ul><p>no</p></ul></body></html>';
  expect((await validator.validateString(html)).valid).toBe(false);
});
