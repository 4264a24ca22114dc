/** Words as search compares them: without accents, capitals, endings, or the difference between British and American spelling. */
import { stemmer } from 'stemmer';

/** Words that carry the grammar of a question and none of its meaning. */
const STOP_WORDS = new Set(
  `a about actually am an also another big and any available between difference dr each every everyone explain many much role anyone are as at be been being by can could did do does doing for from get gets getting give go
  going got had has have having he hello help her here hi him his how i if im in into is it its just kind like may me might mine
  must my need needed needs of off mr mrs ms on one onto or other our please prof professor put should so some somebody someone something sort take tell than
  thank thanks long often soon that the their them then there these they thing things this those to too toward try up us use used using via want
  was way we were what whats when where whether which while who whom whose why will with would you your
  already instead become becomes becoming wants wanted asks asked goes gone offer offers spotted noticed happens happen happened same still
  really very away supposed yours ours itself across over during within ever never again now today currently yet once okay ok stand stands
  know knows look looks looking find finds found theres heres isnt arent wasnt dont doesnt didnt cant couldnt wont wouldnt shouldnt
  hasnt havent hes shes weve youre theyre`.split(/\s+/),
);

export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);

/** Text in small letters without accents, with `&` as a word and without the marks that stand inside words. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}|['’`]/gu, '')
    .replaceAll('&', ' and ')
    .toLowerCase();

/** The words of a text, in order. A dot, slash or hyphen parts words; `squash` joins them again. */
export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The letters and digits alone, so that `meet-up`, `meet up` and `meetup` are one. */
export const squash = (text: string): string => wordsOf(text).join('');

/** American and British forms become one. Which of the two does not matter, because both sides pass through here. */
const oneSpelling = (word: string): string =>
  word.length < 5
    ? word
    : word
        .replace(/yz(e|ed|es|ing|er)$/, 'ys$1')
        .replace(/is(e|ed|es|er|ers|ing|ation|ations|able)$/, 'iz$1')
        .replace(/our(s|ed|ing|al|able)?$/, 'or$1')
        .replace(/([^aeiou])tre(s)?$/, '$1ter$2')
        .replace(/ll(ed|ing|er|ers)$/, 'l$1')
        .replace(/^programme/, 'program')
        .replace(/(lic|def|off|pret)ence/, '$1ense')
        .replace(/^practis/, 'practic')
        .replace(/ae(?=[a-z]{3})/, 'e');

const keys = new Map<string, string>();

/** What a folded word is compared by: its stem in one spelling. Short words and words with digits stand as they are. */
export const keyOf = (word: string): string => {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const key =
    word.length < 4 || /\d/.test(word)
      ? word.replace(/^([a-z]{2})s$/, '$1')
      : stemmer(oneSpelling(word)).replace(/([^aeiou])i$/, '$1');
  keys.set(word, key);
  return key;
};
