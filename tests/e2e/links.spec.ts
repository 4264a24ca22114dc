/** Every link, anchor and file that a page names exists, at this base path; so do the addresses that only machines follow. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_ADDRESS } from '../../src/site/address.ts';
import { allPages, expect, htmlOf, test } from './site.ts';
import { followLinks } from './checks.ts';

test('no link or anchor of the site leads nowhere', async ({ siteUrl }) => {
  test.setTimeout(180_000);
  const { broken, sound } = await followLinks(siteUrl);
  expect(broken).toEqual([]);
  expect(sound).toBeGreaterThan(allPages.length);
});

test('canonical links, sharing images, feeds and copies lie under the address of the site', ({ folder, basePath }) => {
  const here = DEFAULT_ADDRESS.SITE_URL + basePath;
  const fileOf = (url: string) => join(folder, url.slice(here.length));
  for (const path of allPages) {
    const html = htmlOf(folder, path);
    const read = (pattern: RegExp) => pattern.exec(html)?.[1] ?? '';
    expect(read(/<link rel="canonical" href="([^"]*)"/)).toBe(here + path);
    const image = read(/<meta property="og:image" content="([^"]*)"/);
    expect(image.startsWith(here), image).toBe(true);
    expect(existsSync(fileOf(image)), image).toBe(true);
    // The ledger says something else on every day, and its sources list what other pages say.
    if (/^freshness\/(sources\/(n-to-z\/)?)?$/.test(path)) continue;
    const copy = read(/<link rel="alternate" type="text\/markdown" href="([^"]*)"/);
    expect(copy.startsWith(basePath), copy).toBe(true);
    expect(existsSync(join(folder, copy.slice(basePath.length))), copy).toBe(true);
  }
});

test('the sitemap, the feed, robots.txt and llms.txt name only pages that exist', ({ folder, basePath }) => {
  const here = DEFAULT_ADDRESS.SITE_URL + basePath;
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const sitemap = [...read('sitemap-0.xml').matchAll(/<loc>([^<]*)/g)].map((match) => match[1] ?? '');
  expect(sitemap.toSorted()).toEqual(allPages.map((path) => here + path).toSorted());
  const feed = [...read('rss.xml').matchAll(/<item>[\s\S]*?<link>([^<]*)/g)].map((match) => match[1] ?? '');
  expect(feed.length).toBeGreaterThan(0);
  for (const link of feed) expect(allPages, link).toContain(link.slice(here.length));
  expect(read('robots.txt')).toContain(`Sitemap: ${here}sitemap-index.xml`);
  const texts = [...read('llms.txt').matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1] ?? '');
  expect(texts.length).toBeGreaterThan(0);
  for (const text of texts) expect(existsSync(join(folder, text.slice(here.length))), text).toBe(true);
});

test('structured data of every page can be read, and every breadcrumb ends at its page', ({ folder, basePath }) => {
  const here = DEFAULT_ADDRESS.SITE_URL + basePath;
  for (const path of allPages) {
    const json = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(htmlOf(folder, path))?.[1];
    const data = JSON.parse(json ?? '{}') as { '@graph': { '@type': string; 'itemListElement'?: { item: string }[] }[] };
    const trail = data['@graph'].find((thing) => thing['@type'] === 'BreadcrumbList');
    if (path) expect(trail?.itemListElement?.at(-1)?.item, path).toBe(here + path);
    else expect(data['@graph'].map((thing) => thing['@type'])).toEqual(['Organization']);
  }
});
