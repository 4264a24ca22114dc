/** Puts the Content-Security-Policy into every page. No inline script exists; the one style block is named by its hash. */
import { createHash } from 'node:crypto';
import { defineMiddleware } from 'astro:middleware';
import { contentSecurityPolicy, POLICY_MARK } from './site/policy.ts';

const hashes = new Map<string, string>();

/** The hash of a style block. Pages of one kind share theirs, so each is reckoned once. */
const hashOf = (css: string): string => {
  const known = hashes.get(css);
  if (known) return known;
  const hash = `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
  hashes.set(css, hash);
  return hash;
};

export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  // The development server injects scripts and styles of its own; the policy belongs to the built site.
  if (import.meta.env.DEV || !response.headers.get('content-type')?.includes('text/html')) return response;
  const html = await response.text();
  const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((match) => hashOf(match[1] ?? ''));
  const page = html.replace(POLICY_MARK, contentSecurityPolicy(styles));
  return new Response(page, { status: response.status, headers: response.headers });
});
