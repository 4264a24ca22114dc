import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  version?: string;
  integrity?: string;
  inBundle?: boolean;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

type Packages = Record<string, Locked>;

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Packages };

/** The optional packages that a lockfile names but does not hold; `npm ci` fails on another platform when there are any. */
const missingIn = (locked: Packages): string[] =>
  Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => {
      const folders = path.split('/node_modules/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/node_modules/'));
      return ![...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`].some(
        (place) => place in locked,
      );
    }),
  );

/** The packages that a lockfile names without saying which: `npm ci` stops at them with "Invalid Version". */
const hollowIn = (locked: Packages): string[] =>
  Object.entries(locked)
    .filter(([path, { version, integrity, inBundle }]) => path && !(version && (integrity || inBundle)))
    .map(([path]) => path);

const WRITE_ANEW =
  'Delete package-lock.json and node_modules, then write the lockfile with: npx -y npm@11.6.0 install --package-lock-only';

test('the lockfile holds the optional packages of every platform', () => {
  expect(missingIn(packages), `npm 11.19.1 on Node 20 leaves them out. ${WRITE_ANEW}`).toEqual([]);
});

test('a lockfile without them is found out', () => {
  const rest = Object.entries(packages).filter(([path]) => path !== 'node_modules/@img/sharp-win32-x64');
  expect(missingIn(Object.fromEntries(rest))).toEqual(['@img/sharp-win32-x64']);
});

test('the lockfile gives each package a version and a checksum', () => {
  expect(hollowIn(packages), `npm leaves them out beside an old node_modules. ${WRITE_ANEW}`).toEqual([]);
});

test('a package without a version is found out', () => {
  expect(hollowIn({ ...packages, 'node_modules/x': {} })).toEqual(['node_modules/x']);
});

test('the lockfile names no registry', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved)).toEqual([]);
});

test('every version in package.json is exact', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
});
