/** What the check says content rests on: statements per source, second-hand pages, and passages without a mark. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whatContentRestsOn } from '../../src/check/rests.ts';
import { unsourced } from '../../src/check/unsourced.ts';
import { temporaryFolder } from './helpers.ts';

const GOOD = fileURLToPath(new URL('../fixtures/content/good', import.meta.url));

const source = (id: string, howRead: string) =>
  `  - id: ${id}\n    title: The ${id}\n    url: https://example.org/${id}\n    publisher: HRA\n    dated: undated\n    readOn: 2026-11-23\n    howRead: ${howRead}\n`;

test('counts the marked statements of every page, the most cited source first, and names pages on second-hand sources alone', () => {
  const root = temporaryFolder({
    'content/guide/a.mdx': `---\nsources:\n${source('law', 'in full')}${source('blog', 'second-hand')}---\n\nOne.<Source id="law" /> Two.<Source id="law" />\n\nIn 2026 it is 35%.\n`,
    'content/guide/b.mdx': `---\nsources:\n${source('blog', 'second-hand')}---\n\nThree.<Source id="blog" />\n`,
    'content/projects/c.mdx': `---\nsources:\n${source('post', 'not yet opened')}---\n\nIn 2026 it is 35%.\n`,
  });
  const rests = whatContentRestsOn(root);
  expect(rests.statements).toBe(3);
  expect(rests.sources.map(({ url, statements }) => [url, statements])).toEqual([
    ['https://example.org/law', 2],
    ['https://example.org/blog', 1],
    ['https://example.org/post', 0],
  ]);
  expect(rests.secondHand).toEqual(['content/guide/b.mdx', 'content/projects/c.mdx']);
  expect(rests.unsourced).toEqual([{ file: 'content/guide/a.mdx', line: 21, words: 'In 2026 it is 35%.' }]);
});

describe('a passage without a mark', () => {
  const found = (body: string) => unsourced(body).map(({ words }) => words);

  test.each([
    'The limit is 10,000 records.',
    'A third, 35%, agreed.',
    'The Data Protection Act asks for it.',
    'See section 251.',
    '- A item that the MHRA decides',
    '| a | b |\n| - | - |\n| 12 | x |',
  ])('is listed when it states a figure or names a rule: %s', (body) => {
    expect(found(body)).toEqual([body.replace(/\s+/g, ' ')]);
  });

  test.each([
    'Ask a colleague first.',
    'The limit is 10,000 records.<Source id="a" />',
    'The limit is 10,000\nrecords.<Source id="a" />',
    'As a rule of our own, 10,000 records.',
    'To be confirmed: 10,000 records.',
    '## Section 251 in 2026',
    '```text\n65 GB\n```',
    'Run `10000` of them, [here](/guide/x/#2026).',
    '3. Ask.',
    '12. Ask.',
    '<Callout kind="unconfirmed">\n\nThe limit is 10,000 records.\n\n</Callout>',
    'Sums rest on this.<Source id="a" />\n\n| a | b |\n| - | - |\n| 12 | x |',
  ])('is not listed: %s', (body) => {
    expect(found(body)).toEqual([]);
  });

  test('is told apart from its neighbours, with its place', () => {
    const body = 'One of 20.<Source id="a" />\n\n- Two of 20.\n- Three of 20.<Source id="a" />\n- Four\n  of 20.\n';
    expect(unsourced(body)).toEqual([
      { offset: body.indexOf('- Two'), words: '- Two of 20.' },
      { offset: body.indexOf('- Four'), words: '- Four of 20.' },
    ]);
  });

  test('is found at its place in any text', () => {
    const pieces = fc.constantFrom(
      'word ',
      '20 ',
      '\n\n',
      '\n- ',
      '```\n',
      '<Source id="a" />',
      '# ',
      '| ',
      '<Callout kind="unconfirmed">',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const body = parts.join('');
        for (const { offset, words } of unsourced(body)) {
          // What is blanked in the middle of a passage is not among its words.
          expect(body.slice(offset).split(/\s/)[0]).toBe(words.split(' ')[0]);
          expect(words).not.toContain('<Source ');
        }
      }),
    );
  });
});

describe('the command', { timeout: 60_000 }, () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [fileURLToPath(new URL('../../src/check/main.ts', import.meta.url)), ...args], {
      ...{ cwd: GOOD, encoding: 'utf8' },
      env: { ...process.env, GITHUB_ACTIONS: '' },
    });

  test('lists it after the check', () => {
    const { stdout, status } = run('--sources');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^The content is sound: 9 files checked\.\n/);
    expect(stdout).toContain('         1  Institute of Examples: The handbook');
    expect(stdout).toContain(
      `read 2026-04-19, in full: ${join('content', 'guide', 'first-steps.mdx').replaceAll('\\', '/')} (1)`,
    );
    expect(stdout).toContain('Pages that rest on second-hand sources alone:\n  none');
    expect(stdout).toMatch(/1 marked statement, 1 source, 0 pages on second-hand ones alone\.\n$/);
  });

  test('does not mix it with the report for a machine', () => {
    expect(run('--sources', '--format', 'json')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--format json') as string,
    });
  });
});
