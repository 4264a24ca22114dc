/**
 * Seals the HTML of a built page. Of its style block it keeps what something on it can match, and its Content-Security-Policy names
 * the style block and the small scripts by their hashes. Scripts that are files wait: that of the search dialog until somebody
 * searches (src/search/site-search.ts), the others until the page has been painted (src/components/after-paint.ts).
 *
 * The thread beside the build does this, not a middleware of Astro's: there, the next page would wait for it.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remembered } from '../remembered.ts';
import { contentSecurityPolicy, POLICY_MARK } from './policy.ts';
import { namesInPage, namesInScript, usedStyles } from './used-styles.ts';

const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;
/** A script that runs and stands in the page; data such as JSON-LD has another type. */
const INLINE_SCRIPT = /<script(?: type="module")?>([\s\S]*?)<\/script>/g;
const FILE_SCRIPT = /<script type="module" src="([^"]*)"><\/script>/g;
/** The script that waits until its element asks for it; Astro names a script after the component it stands in. */
const ON_DEMAND = '/SearchDialog.';
/** The scripts of a page that wait: addresses of files in the folder of assets. */
const WAITING = /<template data-(?:module|after-paint)="[^"]*\/([^"/]+)">/g;

/** On an element whose script brings parts of another page, or makes the names of elements: its page keeps every style. */
const KEEP_STYLES = 'data-keep-styles';

const hashOf = remembered((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
const namesInInline = remembered(namesInScript);

/**
 * What seals pages whose scripts lie in `assets`, a folder, where they are written before the first page is made.
 *
 * @throws when a script is missing or a style block cannot be read.
 */
export const sealer = (assets: string): ((html: string) => string) => {
  const files = new Map<string, ReadonlySet<string>>();

  /** What a script that is a file, and those it may load, can give to a page. */
  const namesInFile = (name: string): ReadonlySet<string> => {
    const known = files.get(name);
    if (known) return known;
    const names = new Set<string>();
    files.set(name, names);
    const text = readFileSync(join(assets, name), 'utf8');
    for (const word of namesInScript(text)) names.add(word);
    for (const [, other] of text.matchAll(/\.\/([\w.-]+\.js)/g)) for (const word of namesInFile(other ?? '')) names.add(word);
    return names;
  };

  return (html) => {
    const page = html.replaceAll(
      FILE_SCRIPT,
      (_tag, src: string) => `<template data-${src.includes(ON_DEMAND) ? 'module' : 'after-paint'}="${src}"></template>`,
    );
    const scripts = [...page.matchAll(INLINE_SCRIPT)].map(([, script]) => script ?? '');
    const named = [...page.matchAll(WAITING)].map(([, file]) => namesInFile(file ?? ''));
    const names = namesInPage(page);
    for (const script of scripts) for (const name of namesInInline(script)) names.add(name);
    const has = (name: string): boolean => names.has(name) || named.some((file) => file.has(name));
    const keep = page.includes(KEEP_STYLES);
    const styles: string[] = [];
    const lean = page.replaceAll(STYLE, (_block, css: string) => {
      const kept = keep ? css : usedStyles(css, has);
      styles.push(hashOf(kept));
      return `<style>${kept}</style>`;
    });
    return lean.replace(POLICY_MARK, () => contentSecurityPolicy({ styles, scripts: scripts.map(hashOf) }));
  };
};
