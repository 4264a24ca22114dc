/** What the site says of itself: a wrong `content/site.yaml` is told apart field by field. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readSettings, SETTINGS_FILE } from '../../src/site/settings.ts';
import { temporaryFolder, without } from './helpers.ts';

const valid = {
  name: 'LLMs at UCLH',
  headline: 'Large language models, studied',
  sentence: 'A community.',
  description: 'What the site holds.',
  links: [{ label: 'GitHub', url: 'https://github.com/llms-at-uclh' }],
  ask: ['simon-ellershaw'],
  licence: 'to be confirmed',
  owner: 'UCLH',
  slack: 'to be confirmed',
  openQuestions: [{ question: 'Who reviews?', why: 'Contributors are told.' }],
};

const read = (settings: unknown) => readSettings(temporaryFolder({ [SETTINGS_FILE]: stringify(settings) }));

describe('readSettings', () => {
  test('gives what the file says', () => {
    expect(read(valid)).toEqual(valid);
  });

  test('reads the file of this site', () => {
    const root = fileURLToPath(new URL('../../', import.meta.url));
    const written = parse(readFileSync(join(root, SETTINGS_FILE), 'utf8')) as { name: string; ask: string[] };
    expect(readSettings(root)).toMatchObject({ name: written.name, ask: written.ask });
  });

  test.each([
    [{ ...valid, nmae: 'x' }, '  the file: Unrecognized key: "nmae"'],
    [without(valid, 'headline'), '  headline: Give the headline.'],
    [{ ...valid, name: 'x'.repeat(61) }, '  name: Shorten the name of the site: at most 60 characters, this has 61.'],
    [{ ...valid, ask: [] }, '  ask: Name whom to ask.'],
    [{ ...valid, slack: 'slack.example.org' }, '  slack: Give a full web address that starts with https://.'],
    [
      { ...valid, ask: ['Simon'] },
      '  ask.0: "Simon" is no entry name: use its file name without .mdx, in lower case with hyphens.',
    ],
    [
      { ...valid, links: [{ label: 'GitHub', url: 'javascript:x' }] },
      '  links.0.url: Give a full web address that starts with https://.',
    ],
  ])('says what is wrong with %o', (settings, fault) => {
    expect(() => read(settings)).toThrow(new Error(`content/site.yaml does not fit:\n${fault}`));
  });

  test('lists every fault at once', () => {
    expect(() => read({ ...without(valid, 'headline', 'sentence'), colour: 'red' })).toThrow(
      new Error(
        'content/site.yaml does not fit:\n  headline: Give the headline.\n  sentence: Give the sentence.\n  the file: Unrecognized key: "colour"',
      ),
    );
  });

  test.each([
    ['an empty file', ''],
    ['a list', '- a\n'],
    ['a word', 'hello\n'],
  ])('refuses %s by name', (_, text) => {
    expect(() => readSettings(temporaryFolder({ [SETTINGS_FILE]: text }))).toThrow(
      'content/site.yaml does not fit:\n  the file: ',
    );
  });

  // Fault: a field that may be "to be confirmed" is a union, whose own message, "Invalid input", hides what the field says.
  test('asks for a missing licence in words', () => {
    expect(() => read(without(valid, 'licence'))).toThrow('  licence: Give the licence.');
  });
});
