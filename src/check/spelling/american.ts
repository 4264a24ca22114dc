/**
 * The British spelling of an American word. The rules only propose; a word counts as American when the American dictionary has it,
 * the British one does not, and the British one has what a rule makes of it. So a typing mistake is never "American".
 */
import { isAmerican, isBritish } from './dictionary.ts';

/** Both spellings are British, or the two mean different things in British English. These are left alone. */
const LEFT_ALONE =
  /^(judgments?|acknowledgments?|rigors?|sulf\w*|(re|over|under|down|up|out)?siz(e|es|ed|er|ing)|priz(e|es|ed|ing)|seiz(e|es|ed|ing|er)|capsiz(e|es|ed|ing)|(program|licens|practi[cs]|disk|disc)\w*)$/;

/** What differs regularly between the two. Each match, one at a time, is replaced. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/(?<=[iy])z(?=(?:e|es|ed|er|ers|ing|able|ation|ations|ational|ationally)$)/g, 's'],
  [/or/g, 'our'],
  [/er/g, 're'],
  [/ense/g, 'ence'],
  [/og(?=$|s$|ed$|ing$)/g, 'ogue'],
  [/(?<=[aeiou])l(?=(?:ed|ing|er|ers|or|ors|ist|ists|ous)$)/g, 'll'],
  [/ll/g, 'l'],
  [/e/g, 'ae'],
  [/e/g, 'oe'],
  [/z/g, 's'],
  [/sk/g, 'sc'],
  [/old/g, 'ould'],
  [/ow/g, 'ough'],
  [/euver/g, 'oeuvre'],
  [/inum/g, 'inium'],
];

/** Every word that one use of one rule makes of `word`. */
const variants = (word: string): string[] =>
  rules.flatMap(([pattern, replacement]) =>
    [...word.matchAll(pattern)].map(
      ({ index, 0: match }) => word.slice(0, index) + replacement + word.slice(index + match.length),
    ),
  );

const OXFORD = /[iy]z(?:e|es|ed|er|ers|ing|able|ation|ations|ational|ationally)$/;

/** The same word in the other British spelling. */
const withS = (word: string): string => word.replace(/z(?=[a-z]*$)/, 's');

/**
 * The British spelling of `word`, which is in lower case; undefined when it is British already, or not known to be American.
 * Of the two British ways, this site writes `-ise`.
 *
 * @param known words that count as British although the dictionary lacks them, such as the project's own.
 */
export const britishFor = (word: string, known: (word: string) => boolean = () => false): string | undefined => {
  if (LEFT_ALONE.test(word)) return undefined;
  const exists = (candidate: string): boolean => isBritish(candidate) || known(candidate);
  if (OXFORD.test(word) && exists(withS(word))) return withS(word);
  const fits = (candidate: string): boolean => exists(candidate) && !(OXFORD.test(candidate) && exists(withS(candidate)));
  if (isBritish(word)) return undefined;
  const once = variants(word);
  const british = once.find(fits) ?? once.flatMap(variants).find(fits);
  // Asked last: a site in British English then never needs the American dictionary.
  return british !== undefined && isAmerican(word) ? british : undefined;
};
