/**
 * Puts the Content-Security-Policy into every page: its style block and its small scripts are named by their hashes. Scripts that are
 * files wait: that of the search dialog until somebody searches (src/search/site-search.ts), the others until the page has been
 * painted (src/components/after-paint.ts).
 */
import { createHash } from 'node:crypto';
import { defineMiddleware } from 'astro:middleware';
import { contentSecurityPolicy, POLICY_MARK } from './site/policy.ts';

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

export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  // The development server injects scripts and styles of its own; the policy belongs to the built site.
  if (import.meta.env.DEV || !response.headers.get('content-type')?.includes('text/html')) return response;
  const html = (await response.text())
    .replaceAll(ON_DEMAND, '<template data-module="$1"></template>')
    .replaceAll(AFTER_PAINT, '<template data-after-paint="$1"></template>');
  const policy = contentSecurityPolicy({ styles: hashesOf(html, STYLE), scripts: hashesOf(html, INLINE_SCRIPT) });
  const page = html.replace(POLICY_MARK, () => policy);
  return new Response(page, { status: response.status, headers: response.headers });
});
