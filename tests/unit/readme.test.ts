import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { contactSchema } from '../../src/contacts/schema.ts';
import { DEFAULT_ADDRESS } from '../../src/site/address.ts';

const readme = readFileSync('README.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

test('every command that the README names exists', () => {
  const named = [...readme.matchAll(/`npm (?:run )?([a-z]+)`/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(5);
  for (const name of named) expect(Object.keys(scripts)).toContain(name);
});

test('the two commands stand on the first screen', () => {
  const top = readme.split('\n').slice(0, 25).join('\n');
  expect(top).toContain('npm ci && npm start');
  expect(top).toContain('npm ci && npm test');
  expect(readFileSync('.ci/run', 'utf8')).toMatch(/npm ci\nnpm test/);
});

test('its example of a contact is one that the site accepts', () => {
  const front = /```mdx\n {3}---\n([\s\S]*?) {3}---/.exec(readme)?.[1] ?? '';
  expect(contactSchema().safeParse(parse(front)).error).toBeUndefined();
  expect(existsSync('content/contacts/ucl-ihi.mdx')).toBe(true);
});

test('it gives the defaults that the build uses', () => {
  for (const value of Object.values(DEFAULT_ADDRESS)) expect(readme).toContain(`\`${value}\``);
});

test('every folder and file that it names exists', () => {
  for (const [, path = ''] of readme.matchAll(/\]\((\.[^)]+)\)/g)) expect(existsSync(path), path).toBe(true);
  for (const path of ['content', 'src/check', 'src/authoring', 'src/search', 'src/site', 'tests', '.github'])
    expect(existsSync(path)).toBe(true);
});
