/** The addresses that the site makes itself, read from its routes, so that none has to be listed twice. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formPaths } from '../contribute/kinds.ts';

const PAGES = fileURLToPath(new URL('../pages', import.meta.url));

/** Folders of the built site that no route names. */
const FOLDERS = ['/assets/', '/og/', '/pagefind/'];

/** Addresses of dynamic routes that hold however the content changes. */
export const MADE = [...formPaths, '/guide/print/', '/sitemap-index.xml', '/sitemap-0.xml'];

let pages: ReadonlySet<string> | undefined;
let patterns: readonly RegExp[] | undefined;

const routes = (): string[] =>
  readdirSync(PAGES, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => `${found.parentPath}/${found.name}`.slice(PAGES.length + 1).replaceAll('\\', '/'));

const addressOf = (route: string): string => {
  const bare = route.replace(/\.(astro|ts|mdx?)$/, '');
  // A file such as rss.xml.ts keeps the ending of what it makes.
  return route.endsWith('.ts') ? `/${bare}` : `/${bare.replace(/(^|\/)index$/, '')}/`.replace('//', '/');
};

/** Every address that the site makes without an entry: pages end with a slash, files do not. */
export const sitePages = (): ReadonlySet<string> => {
  pages ??= new Set([
    ...FOLDERS,
    ...MADE,
    ...routes()
      .filter((route) => !route.includes('['))
      .map(addressOf),
  ]);
  return pages;
};

/** What the addresses of files look like that the site makes for its entries, such as `/projects/x/cite.bib`. */
export const dynamicFiles = (): readonly RegExp[] => {
  patterns ??= routes()
    .filter((route) => route.includes('[') && route.endsWith('.ts'))
    .map((route) => {
      const parts = route.replace(/\.ts$/, '').split(/\[[^\]]+\]/);
      return new RegExp(`^/${parts.map((part) => RegExp.escape(part)).join('[^/]+')}$`);
    });
  return patterns;
};
