/** What a page may load: only what the site itself serves. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../src/site/policy.ts';

const hash = fc.stringMatching(/^[A-Za-z0-9+/]{43}=$/).map((digest) => `'sha256-${digest}'`);

/** The policy as its directives. */
const directives = (policy: string): Map<string, string[]> =>
  new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values];
    }),
  );

describe('contentSecurityPolicy', () => {
  test('allows nothing that is not named', () => {
    expect(directives(contentSecurityPolicy({ styles: [], scripts: [] })).get('default-src')).toEqual(["'none'"]);
  });

  test.each([
    ['base-uri', ["'none'"]],
    ['form-action', ["'self'"]],
    ['script-src', ["'self'", "'wasm-unsafe-eval'"]],
    ['connect-src', ["'self'"]],
    ['img-src', ["'self'", 'data:']],
    ['font-src', ["'self'"]],
  ])('%s is %o', (name, values) => {
    expect(directives(contentSecurityPolicy({ styles: [], scripts: [] })).get(name)).toEqual(values);
  });

  test('names each style block once, in order, and no other style', () => {
    const styles = ["'sha256-b='", "'sha256-a='", "'sha256-b='"];
    expect(directives(contentSecurityPolicy({ styles, scripts: [] })).get('style-src')).toEqual(["'sha256-b='", "'sha256-a='"]);
    expect(directives(contentSecurityPolicy({ styles: [], scripts: [] })).get('style-src')).toEqual(["'none'"]);
  });

  test('names each inline script once, beside what the site serves', () => {
    const scripts = ["'sha256-b='", "'sha256-b='"];
    expect(directives(contentSecurityPolicy({ styles: [], scripts })).get('script-src')).toEqual([
      "'self'",
      "'wasm-unsafe-eval'",
      "'sha256-b='",
    ]);
  });

  test('never allows code without a name, code made from text, or another site, whatever the page holds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(hash), (hashes) => {
        const half = Math.floor(hashes.length / 2);
        const policy = contentSecurityPolicy({ styles: hashes.slice(0, half), scripts: hashes.slice(half) });
        expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|'unsafe-hashes'|'strict-dynamic'/);
        for (const values of directives(policy).values()) {
          for (const value of values) expect([...hashes, "'none'", "'self'", "'wasm-unsafe-eval'", 'data:']).toContain(value);
        }
        expect(directives(policy).size).toBe(policy.split('; ').length);
        for (const one of hashes) expect(policy.split(one)).toHaveLength(2);
      }),
    );
  });

  test('fits into a quoted attribute', () => {
    expect(contentSecurityPolicy({ styles: ["'sha256-a='"], scripts: [] })).not.toMatch(/["<>&\n]/);
  });
});
