/**
 * What a page costs a reader on the wire, reckoned from the files of a built site. Nothing is fetched: the arithmetic follows what
 * a browser would request on a first visit, before anybody clicks or types.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

export interface PageSize {
  /** The site path, without the base: `/guide/x/`; `/404.html` for a file that is no folder's index. */
  path: string;
  /** Bytes of the HTML and of the stylesheets that hold back the first paint, brotli. */
  critical: number;
  /** Bytes of everything that a first visit loads before any interaction, brotli; fonts and bitmaps as they are. */
  firstVisit: number;
  /** Bytes of JavaScript that run before any interaction, brotli: files with all that they import, and inline scripts. */
  script: number;
}

/** The most that a page may weigh, in bytes (1 kB is 1000 bytes). 14.6 kB is what the first TCP flight carries. */
export const LIMITS = { critical: 14_600, firstVisit: 40_000, script: 2_000 } as const;

/** Lists whose length is their purpose. They are excused from the limits on text, not from the one on script. */
export const LONG_LISTS: ReadonlySet<string> = new Set(['/a-to-z/', '/guide/print/', '/projects/', '/to-be-confirmed/']);

/** The limits that a page breaks. */
export const overLimits = (page: PageSize): (keyof typeof LIMITS)[] =>
  (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).filter(
    (name) => page[name] > LIMITS[name] && !(name !== 'script' && LONG_LISTS.has(page.path)),
  );

/** The length in bytes after brotli at quality 11, which is what a host that compresses beforehand sends. */
export const brotliLength = (bytes: Buffer | string): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** Formats that are compressed already; a server sends them as they are. */
const COMPRESSED = /\.(woff2?|png|jpe?g|webp|avif|gif)$/;

type Attributes = Record<string, string>;

/** Every tag of one name, as its attributes in lower case. */
export const tags = (html: string, name: string): Attributes[] =>
  [...html.matchAll(new RegExp(`<${name}\\b((?:[^>"']|"[^"]*"|'[^']*')*)>`, 'gi'))].map(([, inner = '']) =>
    Object.fromEntries(
      [...inner.matchAll(/([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map(
        ([, key = '', double, single, bare]) => [key.toLowerCase(), (double ?? single ?? bare ?? '').replaceAll('&amp;', '&')],
      ),
    ),
  );

/** Inline scripts that a browser runs; data such as JSON-LD is not among them. */
export const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)]
    .filter(([, inner = '', text]) => text?.trim() && !/\ssrc\s*=/i.test(inner))
    .filter(([, inner = '']) => !/\stype\s*=\s*(?!["']?(?:module|text\/javascript))/i.test(inner))
    .map(([, , text = '']) => text);

/** What a script imports as it loads. `import(…)` waits for its call and does not count. */
export const staticImports = (script: string): string[] =>
  [...script.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w*${}\s,]*?\bfrom\s*)?(["'])([^"']+)\1/g)].map(
    (match) => match[2] ?? '',
  );

/** What a stylesheet names with `url(…)` or `@import`. */
const cssUrls = (css: string): string[] =>
  [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g)].map((match) => match[1] ?? match[2] ?? '');

/** Reads files of the site by their address, and remembers what each weighs. */
const filesOf = (root: string, base: string) => {
  const lengths = new Map<string, number>();
  const texts = new Map<string, string>();
  /** The file behind an address; undefined for other sites, data URLs and files that do not exist. */
  const locate = (address: string, from: string): string | undefined => {
    const url = URL.canParse(address, `http://site${from}`) ? new URL(address, `http://site${from}`) : undefined;
    if (url?.host !== 'site' || !url.pathname.startsWith(base)) return undefined;
    const path = decodeURIComponent(url.pathname);
    return existsSync(join(root, path.slice(base.length))) ? path : undefined;
  };
  const text = (path: string): string => {
    const known = texts.get(path) ?? readFileSync(join(root, path.slice(base.length)), 'utf8');
    texts.set(path, known);
    return known;
  };
  const length = (path: string): number => {
    const bytes = () => readFileSync(join(root, path.slice(base.length)));
    const known = lengths.get(path) ?? (COMPRESSED.test(path) ? bytes().length : brotliLength(bytes()));
    lengths.set(path, known);
    return known;
  };
  return { locate, text, length };
};

const sizeOf = (file: string, root: string, base: string, files: ReturnType<typeof filesOf>): PageSize => {
  const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
  const here = base + path.slice(1);
  const html = readFileSync(join(root, file), 'utf8');
  // HTML in a comment or a <template> is not loaded; a <noscript> is, where scripts are off, and is left to that reader.
  const live = html.replaceAll(/<!--[\s\S]*?-->|<(template|noscript)\b[\s\S]*?<\/\1>/gi, '');
  const links = tags(live, 'link').map(
    (link) => ({ ...link, rels: (link.rel ?? '').toLowerCase().split(/\s+/) }) as Attributes & { rels: string[] },
  );
  const found = new Map<string, 'style' | 'script' | 'other'>();
  const add = (address: string | undefined, from: string, kind: 'style' | 'script' | 'other'): void => {
    const at = address ? files.locate(address, from) : undefined;
    if (!at || found.has(at)) return;
    found.set(at, kind);
    if (kind === 'script') for (const next of staticImports(files.text(at))) add(next, at, 'script');
    if (kind === 'style') for (const next of cssUrls(files.text(at))) add(next, at, /\.css$/.test(next) ? 'style' : 'other');
  };
  const blocking = new Set<string>();
  for (const { rels, href, media, as } of links) {
    if (rels.includes('stylesheet') && !rels.includes('alternate') && media !== 'print') {
      add(href, here, 'style');
      for (const [at, kind] of found) if (kind === 'style') blocking.add(at);
    } else if (rels.includes('stylesheet') || rels.includes('icon')) add(href, here, rels.includes('icon') ? 'other' : 'style');
    else if (rels.includes('modulepreload')) add(href, here, 'script');
    else if (rels.includes('preload')) add(href, here, as === 'script' ? 'script' : as === 'style' ? 'style' : 'other');
  }
  for (const [, css = ''] of live.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi))
    for (const url of cssUrls(css)) add(url, here, 'other');
  for (const { src } of tags(live, 'script')) add(src, here, 'script');
  // Scripts that wait for the first paint, though not for anybody (src/components/after-paint.ts).
  for (const waiting of tags(html, 'template')) add(waiting['data-after-paint'], here, 'script');
  for (const { src, loading } of tags(live, 'img')) if (loading !== 'lazy') add(src, here, 'other');
  const inline = inlineScripts(live);
  for (const text of inline) for (const next of staticImports(text)) add(next, here, 'script');

  const sum = (paths: Iterable<string>) => [...paths].reduce((total, at) => total + files.length(at), 0);
  const page = brotliLength(html);
  return {
    path,
    critical: page + sum(blocking),
    firstVisit: page + sum(found.keys()),
    script:
      sum([...found].filter(([, kind]) => kind === 'script').map(([at]) => at)) +
      (inline.length > 0 ? brotliLength(inline.join('\n')) : 0),
  };
};

/**
 * The sizes of every HTML page of a built site.
 *
 * @param root the folder of the built site.
 * @param base the base path it was built for, with a slash at both ends.
 */
export const pageSizes = (root: string, base: string): PageSize[] => {
  const files = filesOf(root, base);
  return globSync('**/*.html', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()
    .map((file) => sizeOf(file, root, base, files));
};
