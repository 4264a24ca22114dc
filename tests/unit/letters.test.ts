/** An alphabet of titles: every title under one letter, the letters in order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byLetter } from '../../src/components/letters.ts';

const group = (titles: string[]) => byLetter(titles, (title) => title);

describe('byLetter', () => {
  test('groups titles under their first letter, whatever its capital', () => {
    expect(group(['LLM', 'airlock', 'Azure', 'llama'])).toEqual([
      { letter: 'A', members: ['airlock', 'Azure'] },
      { letter: 'L', members: ['LLM', 'llama'] },
    ]);
  });

  test.each([
    ['éclair', 'E'],
    ['Ångström', 'A'],
    ['“Quoted”', 'Q'],
    ['(re)training', 'R'],
    ['  spaces', 'S'],
    // The capitals of these two are two letters.
    ['ßeta', 'S'],
    ['ﬁeld', 'F'],
    ['3M', '0-9'],
    ['β-blocker', '0-9'],
    ['漢字', '0-9'],
    ['', '0-9'],
    ['…', '0-9'],
  ])('%s stands under %s', (title, letter) => {
    expect(group([title])).toEqual([{ letter, members: [title] }]);
  });

  test('what begins with no letter comes first', () => {
    expect(group(['a', '1', 'Z']).map(({ letter }) => letter)).toEqual(['0-9', 'A', 'Z']);
  });

  test('asks for the title of a thing, and keeps the thing', () => {
    const things = [{ name: 'b' }, { name: 'a' }];
    expect(byLetter(things, ({ name }) => name)).toEqual([
      { letter: 'A', members: [{ name: 'a' }] },
      { letter: 'B', members: [{ name: 'b' }] },
    ]);
  });

  test('loses nothing, keeps the order inside a letter and the letters in order', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (titles) => {
        const groups = group(titles);
        expect(groups.flatMap(({ members }) => members).toSorted()).toEqual(titles.toSorted());
        expect(groups.map(({ letter }) => letter)).toEqual(groups.map(({ letter }) => letter).toSorted());
        for (const { letter, members } of groups) {
          expect(letter).toMatch(/^([A-Z]|0-9)$/);
          expect(members).toEqual(titles.filter((title) => group([title])[0]?.letter === letter));
        }
      }),
    );
  });
});
