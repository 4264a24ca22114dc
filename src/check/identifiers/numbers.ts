/** Numbers that name one person: NHS numbers, numbers of hospitals, National Insurance, passports, driving licences. */
import type { Finding, Reading } from './types.ts';
import { after, before, digitsOf, isPlaceholder, matchesOf } from './words.ts';

/**
 * Whether ten digits are a valid NHS number: the last one is the check digit of the other nine, modulo 11.
 * Source: NHS Data Dictionary, "NHS Number".
 */
export const isNhsNumber = (digits: string): boolean => {
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = [...digits].slice(0, 9).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
};

/** Numbers that public documentation prints to show the form (NHS Data Dictionary, FHIR UK Core, HL7), and the ends of 32 bits. */
const DOCUMENTED = new Set([
  '9434765919',
  '9434765870',
  '4010232137',
  '4505577104',
  '9876543210',
  '0123456789',
  '1234567881',
  '2147483647',
  '2147483648',
  '4294967295',
  '4294967296',
]);

/** Numbers from 999 on are kept for tests and are given to nobody. */
export const isTestNumber = (digits: string): boolean =>
  digits.startsWith('999') || DOCUMENTED.has(digits) || isPlaceholder(digits);

const GAP = '(?:[ ]{0,3}[-./_,]?[ ]{0,3}|[ ]{0,3}\\n[ \\t#/|]{0,12})';

// Three, three and four digits, with nothing or a sign or two between them.
const USUAL = new RegExp(
  `(?<!\\d)(?<!\\d[.,])(?<!(?<!\\d{5})\\d-)(\\d{3})(${GAP})(\\d{3})(${GAP})(\\d{4})(?!\\d)(?!(?:[.,](?!0+\\b)|-)\\d)`,
  'g',
);
// Ten digits in any other groups.
const UNUSUAL = /(?<!\d)(?<!\d[.,-])\d(?:[ \n\-./_]{0,3}\d){9}(?!\d)(?![.,/-]\d)/g;

/** What stands before ten digits that are something else. */
const OTHER_NUMBER = new RegExp(
  [
    '\\bISBN(?:-1[03])?[\\d: -]{0,12}$',
    '\\b97[89][ -]$',
    '\\b(?:ISSN|PMID|PMC|doi|timestamp|epoch|unix(?: time)?|meeting id|zoom id|passcode|webinar id|charity|company|checksum|crc)\\W{0,4}(?:(?:no|number|id|is|of)\\b\\W{0,3}){0,2}$',
    '\\b(?:grant|seed|port|bytes|steps|tokens|parameters|runs|jobs|phone|tel|mobile|fax|(?:created|modified|updated|mtime|exp|iat|nbf|time)(?:_?at)?)["\\\']?[ ]?[:=/][ ]?["\\\']?$',
  ].join('|'),
  'i',
);
const SOMEBODY = /\b(?:patient|pt|mr|mrs|ms|miss|dob|date of birth|mrn|admitted|discharged|ward|bed)\b/i;
const NHS = /\bnhs\b|nhs.?n/i;

/** A DOI, a hash, base64 or the like: ten digits in it mean nothing. */
const isInsideAnotherSign = (text: string, start: number, end: number): boolean => {
  const left = /[^\s"'<>()[\]{}|,;]*$/.exec(before(text, start, 120))?.[0] ?? '';
  const right = /^[^\s"'<>()[\]{}|,;]*/.exec(after(text, end, 120))?.[0] ?? '';
  if (
    /\b10\.\d{4,9}\/\S*$/.test(left) ||
    /arxiv/i.test(left) ||
    /^https?:\/\/(?:[\w-]+\.)*(?:github\.com|zoom\.us|doi\.org)\//i.test(left)
  )
    return true;
  const word = `${/[A-Za-z\d+/=]*$/.exec(left)?.[0] ?? ''}${text.slice(start, end)}${/^[A-Za-z\d+/=]*/.exec(right)?.[0] ?? ''}`;
  const others = word.length - (end - start);
  const isHash = /^[\da-f]+$/i.test(word) && word.length >= 20;
  const isBase64 = others >= 20 && /[A-Z]/.test(word) && /[a-z]/.test(word) && !/[A-Za-z]{9}/.test(word);
  return isHash || isBase64;
};

/** Sizes such as "256 512 1024" that only happen to have three, three and four digits. */
const areSizes = (groups: readonly string[]): boolean =>
  groups.every((group) => {
    const size = Number(group);
    return size > 0 && (size & (size - 1)) === 0;
  });

/** Four numbers with dots, each below 256: an address on a network. */
const isNetworkAddress = (value: string): boolean => /^(?:[12]?\d?\d\.){3}[12]?\d?\d$/.test(value);

const isForeignPhone = (text: string, start: number): boolean => /\+\d{0,3}[ -]?\(?0?\)?[ -]?$/.test(before(text, start, 8));

/** Among many ten-digit numbers that are mostly invalid, a valid one is valid by chance: the list is of something else. */
const isInAnotherList = (text: string, start: number, end: number): boolean => {
  const others = `${before(text, start, 400)}|${after(text, end, 400)}`.match(/(?<![\d.-])\d{10}(?![\d.-])/g) ?? [];
  return others.length > 3 && others.filter((other) => !isNhsNumber(other)).length > others.length * 0.6;
};

export const nhsNumbers = ({ text }: Reading): Finding[] => {
  const found: Finding[] = [];
  for (const match of text.matchAll(USUAL)) {
    const [whole, a = '', firstGap = '', b = '', secondGap = '', c = ''] = match;
    const digits = a + b + c;
    const [start, end] = [match.index, match.index + whole.length];
    if (!isNhsNumber(digits) || isTestNumber(digits)) continue;
    const context = before(text, start, 40);
    const named = NHS.test(context);
    if (/,/.test(firstGap + secondGap) && !named) continue;
    if (!named && OTHER_NUMBER.test(context)) continue;
    if (!named && (isForeignPhone(text, start) || isInsideAnotherSign(text, start, end))) continue;
    if (firstGap !== '' && areSizes([a, b, c])) continue;
    if (!named && firstGap + secondGap === '' && isInAnotherList(text, start, end)) continue;
    found.push({ rule: 'nhs-number', start, end });
  }
  for (const match of text.matchAll(UNUSUAL)) {
    const digits = digitsOf(match[0]);
    const [start, end] = [match.index, match.index + match[0].length];
    if (!isNhsNumber(digits) || isTestNumber(digits)) continue;
    if (isNetworkAddress(match[0])) continue;
    const around = `${before(text, start, 40)} ${after(text, end, 30)}`;
    if (!(NHS.test(around) || SOMEBODY.test(around)) || OTHER_NUMBER.test(before(text, start, 40))) continue;
    if (isForeignPhone(text, start) || isInsideAnotherSign(text, start, end)) continue;
    found.push({ rule: 'nhs-number', start, end });
  }
  return found;
};

/** What stands between a name of a number and the number: signs of JSON, YAML, tables, emphasis, and a word or two. */
const LINK =
  '["\')\\]}>]{0,3}[\\s:=#|,;.>("\'\\[-]{0,12}(?:(?:is|was|of|reads|given as|value|ending|ends in|in)\\b[\\s:="\']{1,4})?["\'(\\[]{0,2}';
const NUMBER = '(?:[ _.-]{0,2}(?:number|numbers|no|nos|num|nr|id|identifier|ref|code)\\b\\.?|[ ]?#|[ ]?№)';

const RECORD_NAMES = [
  '(?:mrn|m\\.r\\.n\\.?|csn|pas|epr|ehr|epic)(?:[ _]?(?:number|no|id)\\b\\.?)?',
  'nhs(?:[ _.-]?(?:number|no|num|id|#)\\b\\.?)',
  'nhs(?=[:#= ]{1,3}\\d{3}[ -]?\\d{3}[ -]?\\d{4})',
  '(?:chi|h&c)(?:[ _-]?(?:number|no)\\b\\.?|(?=[ :]{1,3}\\d{10}))',
  `(?:hospital|hosp|patient|pt|pat|case|accession|unit|case ?notes?|ed|a&e|medical record|med rec|medical records|health record|clinical record|record|encounter|episode|chart|district|admission|attendance|spell|visit|inpatient|outpatient|specimen|lab|histology|sample|nhs|study subject|crn|ubrn|booking|uclh|uch|rfh|gosh|nhnn|uclh hospital|trust|local)${NUMBER}`,
  'hospital(?=[ ]?[:#=])',
  '(?:accession|encounter|specimen|ubrn)(?=[ ]?[:#=]|[ ][A-Z\\d]{0,4}\\d{5})',
  '(?:patient|hospital|case|record|encounter)(?:[ _]?(?:identifier|id|key))',
  'identifier(?=[^\\n]{0,40}(?:mrn|nhs))',
].join('|');

// Up to three letters, then at least five digits, with signs inside.
const RECORD_VALUE =
  '(?:[A-Za-z]{0,4}[-/ ]?\\d(?:[-/ .]?\\d){4,13}(?:[A-Za-z]\\b)?|(?!\\w{0,12}[A-Za-z]{4})(?=(?:[A-Za-z/.-]{0,4}\\d){5})[A-Za-z\\d](?:[/.-]?[A-Za-z\\d]){4,17})';

const NAMED = new RegExp(`(?<![A-Za-z])(?:${RECORD_NAMES})${LINK}(${RECORD_VALUE})(?![\\dA-Za-z])(?![./-]\\d)`, 'gid');
const GLUED = new RegExp(
  `(?<![A-Za-z])(?:mrn|csn|nhs(?:no|number)?|hosp(?:ital)?(?:no|number)?|patient(?:id|no)?|pt(?:id|no)?)[-_. ]?(\\d{6,12})(?!\\d)`,
  'gid',
);
const NAMED_AFTER = new RegExp(
  `(?<![\\w.-])([A-Za-z]{0,3}\\d{6,12})(?:\\s{0,2}[(\\[,-]\\s{0,2}|\\s(?:is|was)\\s(?:the|his|her|their)\\s)(?:the )?(?:mrn|csn|hospital number|hosp(?:ital)? no|patient (?:number|id|no)|nhs (?:number|no))\\b`,
  'gid',
);

const isDateLike = (value: string): boolean =>
  /^\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d$|^(?:19|20)\d\d[-/.]\d\d[-/.]\d\d$/.test(value);

export const recordNumbers = ({ text }: Reading): Finding[] => {
  const found: Finding[] = [];
  for (const pattern of [NAMED, GLUED, NAMED_AFTER]) {
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? '';
      const [start, end] = match.indices?.[1] ?? [match.index, match.index];
      const digits = digitsOf(value);
      if (isPlaceholder(digits) || isDateLike(value.trim())) continue;
      if (digits.length === 10 && isTestNumber(digits) && (isNhsNumber(digits) || /nhs/i.test(match[0]))) continue;
      if (/mimic|subject_id|hadm_id|eicu|physionet/i.test(before(text, start, 160))) continue;
      if (/\b(?:IRAS|REC|NCT|ISRCTN|NIHR|CRAN|PMID)\b/.test(before(text, start, 24))) continue;
      found.push({ rule: 'record-number', start, end });
    }
  }
  return found;
};

// The prefixes that are given out. Source: HMRC, National Insurance Manual NIM39110.
const NINO =
  /(?<![A-Za-z\d])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?![A-Za-z\d])/gi;
const NINO_NAME = /\b(?:n\.?i\.?(?: ?(?:no|number))?|nino|national[ _]?insurance)\b/i;

export const nationalInsuranceNumbers = ({ text }: Reading): Finding[] =>
  [...text.matchAll(NINO)]
    .filter(({ 0: value, index }) => {
      const digits = digitsOf(value);
      if (isPlaceholder(digits)) return false;
      return (
        /^[A-Z]{2}.*[A-D]$/.test(value) || NINO_NAME.test(`${before(text, index, 60)} ${after(text, index + value.length, 40)}`)
      );
    })
    .map(({ 0: value, index }) => ({ rule: 'national-insurance-number', start: index, end: index + value.length }));

const PASSPORT = new RegExp(
  `\\bpass ?port(?:s)?(?:[ _]?(?:number|no|num|id)\\b\\.?)?${LINK}(?:(?:no|number|num)\\b[.:\\s#]{0,4})?([A-Za-z]{0,2}[ -]?\\d(?:[ ]?\\d){6,8})(?![\\dA-Za-z])`,
  'gid',
);
const PASSPORT_IN_A_SENTENCE = /\bpassport\b[^.\n]{0,40}?\b([A-Z]{0,2}\d{8,9})(?![\dA-Za-z])/dgi;
const PASSPORT_AFTER = /(?<![\w.-])([A-Z]{0,2}\d{8,9})[ ]?[,(-][ ]?(?:(?:uk|british|his|her|the) )?passport/dgi;
const DRIVING_LICENCE_END = /\d[0156]\d[0-3]\d\d[ ]?[A-Z9]{2}\d[A-Z]{2}/;
const DRIVING_LICENCE = new RegExp(`(?<![A-Za-z\\d])([A-Z9]{5}[ ]?${DRIVING_LICENCE_END.source})(?![A-Za-z\\d])`, 'dg');
const PASSPORT_WORD = /pass ?port/i;

export const passportNumbers = ({ text }: Reading): Finding[] =>
  [
    ...[PASSPORT, PASSPORT_IN_A_SENTENCE, PASSPORT_AFTER].map((pattern) => matchesOf(text, pattern, PASSPORT_WORD)),
    matchesOf(text, DRIVING_LICENCE, DRIVING_LICENCE_END),
  ].flatMap((matches) =>
    [...matches]
      .filter(({ 1: value = '' }) => !isPlaceholder(value))
      .map(({ index, indices }): Finding => {
        const [start, end] = indices?.[1] ?? [index, index];
        return { rule: 'passport-number', start, end };
      }),
  );
