/** What sealing does to the HTML of a page: its policy, its scripts that wait, and the styles that it keeps. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { POLICY_MARK } from '../../src/site/policy.ts';
import { sealer } from '../../src/site/seal.ts';

let assets: string;
beforeAll(() => {
  assets = mkdtempSync(join(tmpdir(), 'assets-'));
  writeFileSync(join(assets, 'form.js'), "import './parts.js';");
  writeFileSync(join(assets, 'parts.js'), "row.className = 'made-later';");
  writeFileSync(join(assets, 'SearchDialog.x.js'), "list.className = 'found';");
});
afterAll(() => rmSync(assets, { recursive: true }));

const CSS = '.there{color:red}.absent{color:blue}.made-later{color:green}.found{color:tan}';
const page = (body: string): string =>
  `<html><head><meta http-equiv="Content-Security-Policy" content="${POLICY_MARK}"><style>${CSS}</style></head><body class="there">${body}</body></html>`;
const seal = (body: string): string => sealer(assets)(page(body));
const styleOf = (html: string): string => /<style>(.*)<\/style>/.exec(html)?.[1] ?? '';
const sha = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('a page keeps the styles that it can match, and the policy names what is left', () => {
  const html = seal('<p>Text.</p>');
  expect(styleOf(html)).toBe('.there{color:red}');
  expect(html).toContain(`style-src ${sha('.there{color:red}')};`);
  expect(html).not.toContain(POLICY_MARK);
});

test('the policy names each small script once, and no data', () => {
  const html = seal('<script>run()</script><script>run()</script><script type="application/ld+json">{}</script>');
  expect(html).toContain(`script-src 'self' 'wasm-unsafe-eval' ${sha('run()')};`);
  expect(html).not.toContain(sha('{}'));
});

test('a script that is a file waits for the paint, that of the dialog until somebody searches', () => {
  const html = seal(
    '<script type="module" src="/b/assets/form.js"></script><script type="module" src="/b/assets/SearchDialog.x.js"></script>',
  );
  expect(html).toContain('<template data-after-paint="/b/assets/form.js"></template>');
  expect(html).toContain('<template data-module="/b/assets/SearchDialog.x.js"></template>');
  expect(html).not.toContain('<script');
});

test('styles stay for what a script makes, be it in the page, a file, or a file that this one loads', () => {
  expect(styleOf(seal('<script type="module" src="/assets/form.js"></script>'))).toBe(
    '.there{color:red}.made-later{color:green}',
  );
  expect(styleOf(seal("<script>box.className = 'absent';</script>"))).toBe('.there{color:red}.absent{color:blue}');
});

test('every style stays where an element asks for it', () => {
  expect(styleOf(seal('<contribute-form data-keep-styles></contribute-form>'))).toBe(CSS);
});

test('a script that is not there is an error, not a page without its styles', () => {
  expect(() => seal('<script type="module" src="/assets/missing.js"></script>')).toThrow('missing.js');
});
