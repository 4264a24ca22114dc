import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
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

test('the lockfile holds the optional packages of every platform', () => {
  expect(
    missingIn(packages),
    'npm 11.19.1 on Node 20 leaves them out. Write the lockfile with: npx -y npm@11.6.0 install --package-lock-only',
  ).toEqual([]);
});

test('a lockfile without them is found out', () => {
  const rest = Object.entries(packages).filter(([path]) => path !== 'node_modules/@img/sharp-win32-x64');
  expect(missingIn(Object.fromEntries(rest))).toEqual(['@img/sharp-win32-x64']);
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
