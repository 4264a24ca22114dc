/** Where the site lives: read from the environment, and the addresses that follow from it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absolute, DEFAULT_ADDRESS, editAddress, readAddress, underBase } from '../../src/site/address.ts';

const segment = fc.stringMatching(/^[A-Za-z0-9_~][A-Za-z0-9._~-]{0,8}$/);
const base = fc.array(segment, { maxLength: 3 }).map((segments) => `/${segments.map((one) => `${one}/`).join('')}`);

describe('readAddress', () => {
  test('knows one default', () => {
    expect(readAddress({})).toEqual({
      origin: 'https://llms-at-uclh.github.io',
      base: '/',
      repository: 'llms-at-uclh/llms-at-uclh.github.io',
      branch: 'main',
      deploy: false,
    });
  });

  test('takes empty variables for absent ones', () => {
    const empty = { SITE_URL: '', BASE_PATH: '', GITHUB_REPOSITORY: '', DEFAULT_BRANCH: '', DEPLOY: '' };
    expect(readAddress(empty)).toEqual(readAddress({}));
  });

  test('takes what the environment says', () => {
    const env = {
      SITE_URL: 'https://www.example.org/',
      BASE_PATH: '/llms',
      GITHUB_REPOSITORY: 'uclh/web.site',
      DEFAULT_BRANCH: 'trunk',
      DEPLOY: 'true',
    };
    expect(readAddress(env)).toEqual({
      origin: 'https://www.example.org',
      base: '/llms/',
      repository: 'uclh/web.site',
      branch: 'trunk',
      deploy: true,
    });
  });

  describe('in a deploy', () => {
    const env = { ...DEFAULT_ADDRESS, DEPLOY: 'true' };
    const advice = 'Set it in the deploy workflow from the Pages action, or leave DEPLOY unset for a local build.';

    test.each(['SITE_URL', 'BASE_PATH', 'GITHUB_REPOSITORY'])('%s may not be missing', (name) => {
      expect(() => readAddress({ ...env, [name]: undefined })).toThrow(
        new Error(`A deploy must know its address, but ${name} is not set. ${advice}`),
      );
    });

    test('names all that is missing', () => {
      expect(() => readAddress({ DEPLOY: 'true' })).toThrow(
        new Error(`A deploy must know its address, but SITE_URL and BASE_PATH and GITHUB_REPOSITORY are not set. ${advice}`),
      );
    });

    test('an empty SITE_URL is missing, but an empty BASE_PATH is the root, as GitHub Pages says it', () => {
      expect(() => readAddress({ ...env, SITE_URL: '' })).toThrow('but SITE_URL is not set.');
      expect(readAddress({ ...env, BASE_PATH: '' })).toMatchObject({ base: '/', deploy: true });
    });

    test.each(['false', '1', 'TRUE', ''])('is not meant by DEPLOY=%s', (DEPLOY) => {
      expect(readAddress({ DEPLOY }).deploy).toBe(false);
    });
  });

  test.each([
    [
      { SITE_URL: 'llms.example.org' },
      'SITE_URL is "llms.example.org", which is no web address. Write it like https://llms-at-uclh.github.io.',
    ],
    [
      { SITE_URL: 'javascript:alert(1)' },
      'SITE_URL is "javascript:alert(1)", which is no web address. Write it like https://llms-at-uclh.github.io.',
    ],
    [
      { SITE_URL: 'ftp://example.org' },
      'SITE_URL is "ftp://example.org", which is no web address. Write it like https://llms-at-uclh.github.io.',
    ],
    [
      { SITE_URL: 'https://example.org/llms' },
      'SITE_URL is "https://example.org/llms", which has a path. Put the path "/llms" into BASE_PATH instead.',
    ],
    [
      { SITE_URL: 'https://example.org/?a=b' },
      'SITE_URL is "https://example.org/?a=b". Leave out what follows the host: https://example.org.',
    ],
    [
      { SITE_URL: 'https://example.org#top' },
      'SITE_URL is "https://example.org#top". Leave out what follows the host: https://example.org.',
    ],
    [{ BASE_PATH: '/my site/' }, 'BASE_PATH is "/my site/", which is no path. Write it like / or /llms-at-uclh/.'],
    [
      { BASE_PATH: 'https://example.org/' },
      'BASE_PATH is "https://example.org/", which is no path. Write it like / or /llms-at-uclh/.',
    ],
    [{ BASE_PATH: '/a//b/' }, 'BASE_PATH is "/a//b/", which is no path. Write it like / or /llms-at-uclh/.'],
    [{ BASE_PATH: '/a/?b' }, 'BASE_PATH is "/a/?b", which is no path. Write it like / or /llms-at-uclh/.'],
    // A browser takes dots out of an address, so that every link would miss the site.
    [{ BASE_PATH: '/../' }, 'BASE_PATH is "/../", which is no path. Write it like / or /llms-at-uclh/.'],
    [{ BASE_PATH: '/a/../b/' }, 'BASE_PATH is "/a/../b/", which is no path. Write it like / or /llms-at-uclh/.'],
    [{ BASE_PATH: '/./' }, 'BASE_PATH is "/./", which is no path. Write it like / or /llms-at-uclh/.'],
    [{ GITHUB_REPOSITORY: 'website' }, 'GITHUB_REPOSITORY is "website". Write it as owner/name, such as llms-at-uclh/website.'],
    [
      { GITHUB_REPOSITORY: 'https://github.com/a/b' },
      'GITHUB_REPOSITORY is "https://github.com/a/b". Write it as owner/name, such as llms-at-uclh/website.',
    ],
    [{ GITHUB_REPOSITORY: 'a/b/c' }, 'GITHUB_REPOSITORY is "a/b/c". Write it as owner/name, such as llms-at-uclh/website.'],
  ])('says what is wrong with %o', (env, message) => {
    expect(() => readAddress(env)).toThrow(new Error(message));
  });

  test('writes a base path with a slash at both ends, however it was given', () => {
    const slashes = fc.stringMatching(/^\/{0,3}$/);
    fc.assert(
      fc.property(slashes, fc.array(segment, { maxLength: 3 }), slashes, (before, segments, after) => {
        const read = readAddress({ BASE_PATH: before + segments.join('/') + after }).base;
        expect(read).toMatch(/^\/(.*\/)?$/);
        expect(read.split('/').filter(Boolean)).toEqual(segments);
        expect(readAddress({ BASE_PATH: read }).base).toBe(read);
      }),
    );
  });

  test('whatever the base path, either refuses it or gives one that survives in an address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[/a-z.%?# ]*$/)), (BASE_PATH) => {
        let read;
        try {
          read = readAddress({ BASE_PATH }).base;
        } catch (error) {
          expect(String(error)).toContain(`BASE_PATH is "${BASE_PATH}", which is no path.`);
          return;
        }
        expect(new URL(read, 'https://example.org').href).toBe(`https://example.org${read}`);
      }),
    );
  });
});

describe('underBase', () => {
  test.each([
    ['/guide/x/', '/base/', '/base/guide/x/'],
    ['/guide/x/', '/', '/guide/x/'],
    ['/', '/base/', '/base/'],
    ['/#top', '/base/', '/base/#top'],
    ['/projects/?stage=idea', '/a/b/', '/a/b/projects/?stage=idea'],
    ['https://example.org/guide/', '/base/', 'https://example.org/guide/'],
    ['//example.org/guide/', '/base/', '//example.org/guide/'],
    ['mailto:name@example.org', '/base/', 'mailto:name@example.org'],
    ['#top', '/base/', '#top'],
    ['guide/', '/base/', 'guide/'],
    ['', '/base/', ''],
  ])('%s at %s is %s', (path, under, expected) => {
    expect(underBase(path, under)).toBe(expected);
  });

  test('puts the base before a site path, and nothing before it at the root', () => {
    const rest = fc
      .oneof(
        fc.string(),
        base.map((path) => path.slice(1)),
      )
      .filter((text) => !text.startsWith('/'));
    fc.assert(
      fc.property(rest, base, (path, under) => {
        expect(underBase(`/${path}`, under)).toBe(under + path);
        expect(underBase(`/${path}`, '/')).toBe(`/${path}`);
        expect(underBase(path, under)).toBe(path);
      }),
    );
  });

  test('leaves every address of another site alone', () => {
    fc.assert(
      fc.property(fc.constantFrom('https:', 'http:', ''), fc.string(), base, (scheme, rest, under) => {
        expect(underBase(`${scheme}//${rest}`, under)).toBe(`${scheme}//${rest}`);
      }),
    );
  });
});

test.each([
  ['/', '/', 'https://example.org/'],
  ['/guide/x/', '/', 'https://example.org/guide/x/'],
  ['/guide/x/', '/base/', 'https://example.org/base/guide/x/'],
])('absolute: %s at %s is %s', (path, under, expected) => {
  expect(absolute(path, { origin: 'https://example.org', base: under })).toBe(expected);
});

describe('editAddress', () => {
  const address = { repository: 'uclh/site', branch: 'trunk' };

  test('of a file opens its editor', () => {
    expect(editAddress('content/guide/x.mdx', address)).toBe('https://github.com/uclh/site/edit/trunk/content/guide/x.mdx');
  });

  test('of a folder lists it', () => {
    expect(editAddress('content/projects/', address)).toBe('https://github.com/uclh/site/tree/trunk/content/projects');
  });
});
