/** Clinical letters that were pasted whole: a salutation, what the letter is about, and the way letters end. */
import type { Finding, Reading } from './types.ts';

const SALUTATION =
  /(?:^|\n)[ \t#>-]{0,6}(dear (?:dr|doctor|mr|mrs|ms|miss|prof(?:essor)?|sir|madam|colleagues?|gp|team|all)\b[^\n]{0,60}|dear \p{L}{2,20}(?: \p{L}{2,20})?[ ]?,|to whom it may concern)/dgiu;

/** Room for a value, but not for a placeholder such as [NAME], {dob}, <date> or a row of dots. */
const VALUE = '(?![ :="-]{0,5}(?:[[{<(_.]|x{2,}\\b|to be|…))[ :="-]{1,5}(?=[^\\n]*[\\p{L}\\d])';

const CLOSING =
  /\byours (?:sincerely|faithfully|truly|ever)\b|(?:^|\n)[ \t>]{0,4}(?:kind|kindest|best|warm) (?:regards|wishes)\b|dictated (?:but not|and) (?:signed|checked|verified)|electronically (?:signed|verified)/i;

const SIGNS: readonly { sign: RegExp; clinical: boolean }[] = [
  { sign: new RegExp(`(?:^|\\n)[ \\t#>-]{0,6}(?:re|regarding|patient|subject)\\b${VALUE}`, 'iu'), clinical: false },
  { sign: new RegExp(`\\b(?:d\\.?o\\.?b\\.?|date of birth|born)${VALUE}`, 'iu'), clinical: true },
  {
    sign: new RegExp(`\\b(?:nhs (?:no|number)|hospital (?:no|number)|mrn|our ref|your ref|unit no)\\b${VALUE}`, 'iu'),
    clinical: true,
  },
  {
    sign: /\b(?:thank you for (?:referring|asking|seeing|your (?:letter|referral|kind referral))|i (?:saw|reviewed|met|examined) (?:this|your|him|her|mr|mrs|ms|miss|the)|many thanks for (?:referring|seeing|asking)|(?:was|were) (?:seen|reviewed|admitted|discharged)|discharged today|i would be grateful if you)\b/i,
    clinical: true,
  },
  {
    sign: /(?:^|\n)[ \t#>*-]{0,6}(?:diagnos[ei]s|medications?|current medication|presenting complaint|plan|allergies|past medical history|impression|on examination|clinic date|date of clinic|history)\b[ ]?:/i,
    clinical: true,
  },
  { sign: CLOSING, clinical: false },
];

/** A letter in plain text is rarely longer than this. */
const LONGEST = 6000;

const PLACEHOLDER = /\[[A-Za-z][A-Za-z _'/-]{1,40}\]|\{\w{2,30}\}|<[a-z][a-z _-]{1,30}>|_{4,}|\.{6,}/g;

/** The short lines above a salutation: to whom, about whom, when. */
const headOf = (text: string, start: number): string => {
  const lines = text.slice(Math.max(0, start - 600), start).split('\n');
  const first = lines.findLastIndex((line) => line.length > 90) + 1;
  return `${lines.slice(Math.max(first, lines.length - 12)).join('\n')}\n`;
};

export const clinicalLetters = ({ text }: Reading): Finding[] => {
  const found: Finding[] = [];
  let end = -1;
  const salutations = [...text.matchAll(SALUTATION)];
  for (const [index, match] of salutations.entries()) {
    const [start, stop] = match.indices?.[1] ?? [match.index, match.index];
    if (start < end) continue;
    // A letter ends where it says so, where the next one begins, or with the text.
    const limit = Math.min(start + LONGEST, salutations[index + 1]?.index ?? text.length);
    const closing = CLOSING.exec(text.slice(start, limit));
    const last = closing ? start + closing.index + closing[0].length : limit;
    const letter = headOf(text, start) + text.slice(start, last);
    if ((letter.match(PLACEHOLDER) ?? []).length > 1) continue;
    const signs = SIGNS.filter(({ sign }) => sign.test(letter));
    if (signs.length < 3 || !signs.some(({ clinical }) => clinical)) continue;
    found.push({ rule: 'clinical-letter', start, end: stop });
    end = last;
  }
  return found;
};
