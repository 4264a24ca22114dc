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
    expect(directives(contentSecurityPolicy([])).get('default-src')).toEqual(["'none'"]);
  });

  test.each([
    ['base-uri', ["'none'"]],
    ['form-action', ["'self'"]],
    ['script-src', ["'self'", "'wasm-unsafe-eval'"]],
    ['connect-src', ["'self'"]],
    ['img-src', ["'self'"]],
    ['font-src', ["'self'"]],
  ])('%s is %o', (name, values) => {
    expect(directives(contentSecurityPolicy([])).get(name)).toEqual(values);
  });

  test('names each style block once, in order, and no other style', () => {
    expect(directives(contentSecurityPolicy(["'sha256-b='", "'sha256-a='", "'sha256-b='"])).get('style-src')).toEqual([
      "'sha256-b='",
      "'sha256-a='",
    ]);
    expect(directives(contentSecurityPolicy([])).get('style-src')).toEqual(["'none'"]);
  });

  test('never allows inline code, code made from text, or another site, whatever the styles', () => {
    fc.assert(
      fc.property(fc.array(hash), (hashes) => {
        const policy = contentSecurityPolicy(hashes);
        expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|'unsafe-hashes'|'strict-dynamic'/);
        for (const values of directives(policy).values()) {
          for (const value of values) expect([...hashes, "'none'", "'self'", "'wasm-unsafe-eval'"]).toContain(value);
        }
        expect(directives(policy).size).toBe(policy.split('; ').length);
        for (const one of hashes) expect(policy.split(one)).toHaveLength(2);
      }),
    );
  });

  test('fits into a quoted attribute', () => {
    expect(contentSecurityPolicy(["'sha256-a='"])).not.toMatch(/["<>&\n]/);
  });
});
