/**
 * Puts the Content-Security-Policy into every page: its style block and its small scripts are named by their hashes. Scripts that are
 * files wait: that of the search dialog until somebody searches (src/search/site-search.ts), the others until the page has been
 * painted (src/components/after-paint.ts). Of the style block a page keeps what something on it can match.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { outDir } from 'astro:config/server';
import { defineMiddleware } from 'astro:middleware';
import { contentSecurityPolicy, POLICY_MARK } from './site/policy.ts';
import { namesInPage, namesInScript, usedStyles } from './site/used-styles.ts';

const hashes = new Map<string, string>();

/** The hash of a style block or a script. Pages of one kind share theirs, so each is reckoned once. */
const hashOf = (text: string): string => {
  const known = hashes.get(text);
  if (known) return known;
  const hash = `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  hashes.set(text, hash);
  return hash;
};

const hashesOf = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => hashOf(match[1] ?? ''));
const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;
/** A script that runs and stands in the page; data such as JSON-LD has another type. */
const INLINE_SCRIPT = /<script(?: type="module")?>([\s\S]*?)<\/script>/g;
/** The script that waits until its element asks for it; Astro names a script after the component it stands in. */
const ON_DEMAND = /<script type="module" src="([^"]*\/SearchDialog\.[^"]*)"><\/script>/g;
const AFTER_PAINT = /<script type="module" src="([^"]*)"><\/script>/g;

const scripts = new Map<string, ReadonlySet<string>>();

/** What a script that is a file, and those it may load, can give to a page. They are written before the first page is made. */
const namesInFile = (name: string): ReadonlySet<string> => {
  const known = scripts.get(name);
  if (known) return known;
  const names = new Set<string>();
  scripts.set(name, names);
  const text = readFileSync(new URL(`assets/${name}`, outDir), 'utf8');
  for (const word of namesInScript(text)) names.add(word);
  for (const [, other] of text.matchAll(/\.\/([\w.-]+\.js)/g)) for (const word of namesInFile(other ?? '')) names.add(word);
  return names;
};

/** The scripts of a page that wait: addresses of files in the folder of assets. */
const WAITING = /<template data-(?:module|after-paint)="[^"]*\/([^"/]+)">/g;

/** On an element whose script brings parts of another page, or makes the names of elements: its page keeps every style. */
const KEEP_STYLES = 'data-keep-styles';

const withUsedStyles = (html: string): string => {
  const names = namesInPage(html);
  const files = [...html.matchAll(WAITING)].map(([, file]) => namesInFile(file ?? ''));
  for (const [, script] of html.matchAll(INLINE_SCRIPT)) for (const name of namesInScript(script ?? '')) names.add(name);
  const has = (name: string): boolean => names.has(name) || files.some((file) => file.has(name));
  return html.replaceAll(STYLE, (_block, css: string) => `<style>${usedStyles(css, has)}</style>`);
};

export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  // The development server injects scripts and styles of its own; the policy belongs to the built site.
  if (import.meta.env.DEV || !response.headers.get('content-type')?.includes('text/html')) return response;
  const html = (await response.text())
    .replaceAll(ON_DEMAND, '<template data-module="$1"></template>')
    .replaceAll(AFTER_PAINT, '<template data-after-paint="$1"></template>');
  const styled = html.includes(KEEP_STYLES) ? html : withUsedStyles(html);
  const policy = contentSecurityPolicy({ styles: hashesOf(styled, STYLE), scripts: hashesOf(styled, INLINE_SCRIPT) });
  const page = styled.replace(POLICY_MARK, () => policy);
  return new Response(page, { status: response.status, headers: response.headers });
});
