/** A term of the glossary: what it needs, and what its author is told. */
import { expect, test } from 'vitest';
import { glossarySchema } from '../../src/glossary/schema.ts';
import { faults, without } from './helpers.ts';

const valid = { term: 'TRE', definition: 'A place where data can be studied but not taken out.' };

test('a term needs a word and a definition, and the rest is empty', () => {
  expect(glossarySchema().parse(valid)).toEqual({ ...valid, aliases: [], misspellings: [], sources: [] });
});

test('a term may say what it stands for, and how else people call or write it', () => {
  const whole = {
    ...valid,
    expansion: 'Trusted research environment',
    aliases: ['secure data environment', 'data safe haven'],
    misspellings: ['trusted reserch environment'],
    sources: [],
  };
  expect(glossarySchema().parse(whole)).toEqual(whole);
});

test.each([
  [without(valid, 'term'), 'term: Give the term.'],
  [without(valid, 'definition'), 'definition: Give a definition.'],
  [{ ...valid, term: 'x'.repeat(81) }, 'term: Shorten the term: at most 80 characters, this has 81.'],
  [{ ...valid, definition: 'A place.' }, 'definition: Give a definition, at least 20 characters.'],
  [{ ...valid, definition: 'x'.repeat(501) }, 'definition: Shorten a definition: at most 500 characters, this has 501.'],
  [{ ...valid, expansion: '' }, 'expansion: Give what it stands for.'],
  [{ ...valid, aliases: ['x'.repeat(81)] }, 'aliases.0: Shorten an alias: at most 80 characters, this has 81.'],
  [{ ...valid, misspellings: [3] }, 'misspellings.0: Write a misspelling as text, in quotes if need be.'],
  [{ ...valid, alias: 'SDE' }, ': Unrecognized key: "alias"'],
])('an author is told what is wrong with %o', (entry, fault) => {
  expect(faults(glossarySchema(), entry)).toEqual([fault]);
});
