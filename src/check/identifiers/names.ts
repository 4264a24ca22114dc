/** Names of patients: after a title, after words that announce one, or beside an age and a sex. */
import { isGivenName } from './given-names.ts';
import {
  STAND_IN,
  STAND_IN_FIRST,
  NO_NAME,
  AS_SUBJECT,
  CLINICAL,
  COLLEAGUE_BEFORE,
  COLLEAGUE_AFTER,
  OF_A_COLLEAGUE,
  FIRST_PERSON_SEES,
  WRITTEN_TO_A_PATIENT,
} from './name-words.ts';
import type { Finding, Reading } from './types.ts';
import { after, before, sameParagraphAfter, sameParagraphBefore } from './words.ts';

const PARTICLE = '(?:van|von|de|der|den|da|di|du|del|la|le|al|el|bin|binti|bint|ap|ibn|dos|ter|st)';
const NAME_WORD = "\\p{Lu}(?:['-]?\\p{L}){1,24}";
const INITIALS = '(?:\\p{Lu}(?:\\.[ ]?|[ ]))';
const FULL = `(?:${INITIALS}){0,3}(?:(?:${PARTICLE}[ -]){0,2}${NAME_WORD})(?:(?:[ ]|[ ]${PARTICLE}[ ])(?:\\p{Lu}\\.? )?${NAME_WORD}){0,3}`;
const SURNAME_FIRST = `(?:\\p{Lu}(?:['-]?\\p{Lu}){1,24}|${NAME_WORD})(?:[ -]${NAME_WORD})?[,^][ ]?(?:${NAME_WORD}|\\p{Lu}(?![\\p{L}'-]))`;

const TITLED = new RegExp(
  `(?<![\\p{L}\\d])(?:Mr|Mrs|Ms|Miss|Mstr|Master|Mx|MR|MRS|MS|MISS|Baby)\\b\\.?[ \\n]{1,2}(?:(?:and|&) (?:Mrs|Mr|Ms|Miss)\\.? )?(${FULL})`,
  'gu',
);
const TITLED_IN_SMALL_LETTERS =
  /(?<![\p{L}\d])(?:mr|mrs|miss)\.? ([a-z][a-z'-]{2,20})(?: [a-z][a-z'-]{2,20})??(?= (?:was|is|has|had|admitted|presented|presents|c\/o|complain|died|discharged|underwent|seen|reviewed|attended|fell|denies|known|dob)\b|,? \d{1,3}\b)/gu;

const isNoName = (name: string): boolean =>
  name.split(/[ ,]+/).some((word) => NO_NAME.has(word.toLowerCase()) && !isGivenName(word));

const isOurs = (name: string, { known }: Reading): boolean =>
  known.names.some((ours) => {
    const words = ours.toLowerCase().split(/\s+/);
    const written = name.toLowerCase().replace(/[.,]/g, '').split(/\s+/);
    return written.every((word) => words.includes(word) || word.length === 1) && written.some((word) => word === words.at(-1));
  });

const isStandIn = (name: string): boolean => STAND_IN.test(name) || STAND_IN_FIRST.test(name) || !/\p{L}{2}/u.test(name);

const isWord = (word: string): boolean =>
  !/^\p{Lu}\.?$/u.test(word) &&
  (NO_NAME.has(word.toLowerCase().replace(/\W/g, '')) || (/^\p{Lu}{3,}$/u.test(word) && AS_SUBJECT.test(word))) &&
  !isGivenName(word);

/** A name as it was caught, without words before it that begin its sentence and words after it that begin the next. */
const trimmed = (name: string): { name: string; skipped: number } => {
  const words = name.split(' ');
  const first = Math.max(
    0,
    words.findIndex((word) => !isWord(word)),
  );
  const stop = words.findIndex((word, index) => index > first && isWord(word));
  const skipped = words.slice(0, first).join(' ').length;
  return { name: words.slice(first, stop > first ? stop : undefined).join(' '), skipped: skipped > 0 ? skipped + 1 : 0 };
};

const countOf = (pattern: RegExp, text: string): number =>
  new Set([...text.matchAll(pattern)].map(([word]) => word.toLowerCase())).size;

const afterTitles = (reading: Reading): Finding[] => {
  const { text } = reading;
  const found: Finding[] = [];
  for (const match of text.matchAll(TITLED)) {
    const { name, skipped } = trimmed(match[1] ?? '');
    if (skipped > 0) continue;
    const start = match.index;
    const nameStart = start + match[0].length - (match[1]?.length ?? 0);
    const end = nameStart + name.length;
    const title = text.slice(start, nameStart).trim();
    if (/^(?:MR|MS)$/.test(title) && !/^\p{Lu}[\p{Lu}' -]+$/u.test(name)) continue;
    if (title === 'Master' && !isGivenName(name.split(' ')[0] ?? '')) continue;
    if (isStandIn(name) || isOurs(name, reading) || NO_NAME.has(name.split(/[ ,]/)[0]?.toLowerCase() ?? '')) continue;
    const left = sameParagraphBefore(text, start, 140);
    const right = sameParagraphAfter(text, end, 160).replace(/^'s?\b/, '');
    if (title === 'Baby' && !AS_SUBJECT.test(right)) continue;
    const sentence = /^[^.!?\n]{0,110}/.exec(right)?.[0] ?? '';
    const clinical = countOf(
      CLINICAL,
      `${
        left
          .slice(-70)
          .split(/[.!?]\s/)
          .at(-1) ?? ''
      } ${sentence}`,
    );
    const subject = AS_SUBJECT.test(right);
    const seen = FIRST_PERSON_SEES.test(left);
    const byPost = COLLEAGUE_AFTER.test(right) || (COLLEAGUE_BEFORE.test(left) && !(subject && clinical > 1));
    const isWrittenTo = /\bdear $/i.test(left) && WRITTEN_TO_A_PATIENT.test(after(text, end, 200));
    const byDeed = OF_A_COLLEAGUE.test(sentence);
    if (isWrittenTo || (!byPost && (subject || clinical > (byDeed && !seen ? 1 : 0))))
      found.push({ rule: 'patient-name', start, end });
  }
  for (const { 0: whole, 1: word = '', index } of text.matchAll(TITLED_IN_SMALL_LETTERS)) {
    const right = after(text, index + whole.length, 120);
    if (isStandIn(word) || NO_NAME.has(word) || !(AS_SUBJECT.test(right) || countOf(CLINICAL, right) > 0)) continue;
    found.push({ rule: 'patient-name', start: index, end: index + whole.length });
  }
  return found;
};

const LINK = '["\')\\]}>]{0,3}[ ]{0,2}[:=#|-]{1,3}[\\s"\'(|\\[-]{0,6}';
const TITLE = '(?:(?:Mr|Mrs|Ms|Miss|Mstr|Master|Mx|Dr|MR|MRS|MS|MISS)\\.? )?';
const SOMEBODY = `(${TITLE}(?:${SURNAME_FIRST}|${FULL}))`;

const LABELLED = new RegExp(
  `(?<![\\p{L}])(?:[Pp]atient(?:[ _]?(?:'s )?(?:full[ _])?[Nn]ame)?|PATIENT(?:[ _]NAME)?|[Nn]ame of (?:the )?(?:patient|child|baby|deceased)|[Pp]t(?:[ _]?[Nn]ame)?|PT|[Nn]ext of [Kk]in|NEXT OF KIN|NOK|nok|[Ss]ervice [Uu]ser|[Dd]eceased|[Cc]hild's name|[Mm]other's name|patientName|PatientName|[Ee]mergency [Cc]ontact)${LINK}${SOMEBODY}`,
  'gdu',
);
const UNLABELLED = new RegExp(
  `(?<![\\p{L}])(?:[Pp]atient|[Pp]ts?\\.?|[Ii]npatient|[Oo]utpatient|[Pp]atient,|[Pp]atient(?:'s)? name(?: is)?|[Pp]t name|[Pp]atient (?:called|named|known as)|(?:man|woman|boy|girl|lady|gentleman|baby|child) (?:called|named)|[Nn]ext of [Kk]in|NOK|RE|Re|re)[: ]{1,2}(?:is |was )?${SOMEBODY}`,
  'gdu',
);
const GENERAL_LABEL = new RegExp(
  `(?:^|[\\n|{,;("])[ "'-]{0,6}(?:[Ff]ull[ _]?[Nn]ame|[Nn]ame|NAME|[Ss]urname|SURNAME|[Ff]orenames?|[Ff]irst[ _]?[Nn]ame|[Ll]ast[ _]?[Nn]ame|[Ff]amily(?:[ _]?[Nn]ame)?|[Gg]iven(?:[ _]?[Nn]ame)?)["' ]{0,2}[:=][ "'[]{0,4}${SOMEBODY}`,
  'gdu',
);
const PATIENT_LABEL =
  /\b(?:nhs[ _-]?(?:no|number)|mrn|hospital[ _]?(?:no|number)|d\.?o\.?b|date[ _]?of[ _]?birth|birth[ _]?date|"?resourceType"?: ?"?Patient|ward|admitted|admission|diagnosis|allerg\w+|next of kin|presenting complaint|pmh)["']?[ ]?[:=|(]|"Patient"/i;
const PERHAPS_PATIENT_LABEL =
  /\b(?:sex|gender|gp|consultant|age|address|postcode|bed|blood group|weight|telephone)["']?[ ]?[:=|(]/gi;

const AGE =
  '(?:\\(?\\d{1,3}[ ]?[,/|][ ]?(?:[MF]|male|female)\\b|\\(?\\d{1,3}[),](?= (?:was|is|has|had|who|with|presented|admitted|came|lives)\\b)|\\(?(?:aged? )?\\d{1,3}[ -]?(?:(?:[MF]|m|f|male|female|y\\/?o|yo|yrs?|years?)\\b)|[(]?aged \\d{1,3}\\b|[(](?:[MF],? ?\\d{1,3}|\\d{1,3},? ?[MF])[)])';
/**
 * What makes the words before it a name: an age and a sex, or the label and the value of something only a patient has. It begins
 * with the signs that one can begin with, since looking back at every sign takes several times as long.
 */
const ANCHOR = new RegExp(
  `(?=[\\d(aDdMNHh])(?:(?<=[,\\s-])${AGE}|\\((?:Mr|Mrs|Ms|Miss)\\)|(?<=\\p{Lu}{2}[^\\n]{1,20})\\d{2}[-/.]\\d{2}[-/.](?:19|20)\\d\\d|(?:DOB|D\\.O\\.B|dob|[Dd]ate of birth|MRN|NHS|[Hh]osp(?:ital)?)(?: (?:[Nn]o|[Nn]umber))?\\b[ :.#=]{1,4}(?:is )?\\d)`,
  'gu',
);
const NAME_BEFORE_ANCHOR = new RegExp(
  `(?<![\\p{L}])(${SURNAME_FIRST}|${NAME_WORD} \\p{Lu}(?=[ ,])|${FULL})[ ]?[,;|(-]{0,2}[ ]{0,2}(?:is |was |an? |the )?$`,
  'u',
);
const GIVEN_AND_FAMILY = new RegExp(`(?<![\\p{L}.])(\\p{Lu}\\p{Ll}+) (?:\\p{Lu}\\.? )?${NAME_WORD}`, 'gu');
const RELATIVE =
  /\b(?:(?:Wife|Husband|Daughter|Son|Mother|Father|Sister|Brother|Partner|Carer)(?=:)|wife|husband|daughter|son|mother|father|sister|brother|partner|carer|dad|mum|man|woman|lady|gentleman|boy|girl|child|widow|widower|patient|granddaughter|grandson|niece|nephew)(?:,| is| called|'s name is| \(|:)? ?\(?(\p{Lu}\p{Ll}{2,20}(?: \p{Lu}[\p{L}'-]{1,24})?)/dgu;

export const patientNames = (reading: Reading): Finding[] => {
  const { text } = reading;
  const found = afterTitles(reading);
  const take = (written: string, from: number, fits: (name: string, start: number, end: number, skipped: number) => boolean) => {
    const { name, skipped } = trimmed(written);
    const bare = name.replace(/^(?:Mr|Mrs|Ms|Miss|Mstr|Master|Mx|Dr|MR|MRS|MS|MISS)\.? /, '');
    if (isStandIn(bare) || isOurs(bare, reading) || isNoName(bare)) return;
    const start = from + skipped;
    if (fits(bare, start, start + name.length, skipped)) found.push({ rule: 'patient-name', start, end: start + name.length });
  };
  const add = (pattern: RegExp, fits: (name: string, start: number, end: number, match: RegExpExecArray) => boolean) => {
    for (const match of text.matchAll(pattern)) {
      take(
        match[1] ?? '',
        match.indices?.[1]?.[0] ?? match.index,
        (name, start, end, skipped) => skipped === 0 && fits(name, start, end, match),
      );
    }
  };
  const isFull = (name: string) => /[\s,]/.test(name.trim());
  const hasGiven = (name: string) => name.split(/[ ,.]+/).some(isGivenName);
  add(
    LABELLED,
    (name, _start, end, match) =>
      hasGiven(name) ||
      /\b(?:Mr|Mrs|Ms|Miss|MR|MRS|MS|MISS)\b/.test(match[1] ?? '') ||
      (isFull(name) && (!match[0].includes('|') || PATIENT_LABEL.test(after(text, end, 100)))),
  );
  add(UNLABELLED, (name, _start, end, match) => {
    const isRe = /^re\b/i.test(match[0]);
    if (isRe && !/(?:^|\n)[ ]{0,4}$/.test(before(text, match.index, 5))) return false;
    if (name.includes(',') || hasGiven(name)) return isFull(name) || countOf(CLINICAL, after(text, end, 100)) > 0;
    if (/^next|^nok/i.test(match[0])) return isFull(name);
    if (/ (?:called|named) /.test(match[0]) && !/^p/i.test(match[0]))
      return countOf(CLINICAL, sameParagraphAfter(text, end, 100)) > 0;
    if (
      /^(?:in|out)?(?:patient|pt)\b/.test(match[0]) &&
      /^(?:(?:Ma?c|O'|D[aei]|La|Le|Van)?\p{Lu}[\p{Ll}'-]+(?: |$)(?:\p{Lu}\. )?){2,3}$/u.test(name)
    )
      return true;
    return (
      (isFull(name) || (/^p/.test(match[0]) && /\p{Ll}/u.test(name))) &&
      (AS_SUBJECT.test(after(text, end, 60)) || /^[ ,(]{1,3}(?:\d{1,3}|DOB|dob|NHS|MRN)/.test(after(text, end, 12)))
    );
  });
  add(GENERAL_LABEL, (_name, start, end) => {
    const around = `${before(text, start, 160)} ${after(text, end, 200)}`;
    return (
      (PATIENT_LABEL.test(around) || countOf(PERHAPS_PATIENT_LABEL, around) > 1) &&
      !/\b(?:kind|role|affiliations|askAbout):/.test(around)
    );
  });
  for (const { index, 0: anchor } of text.matchAll(ANCHOR)) {
    const left = before(text, index, 70);
    const match = NAME_BEFORE_ANCHOR.exec(left);
    if (!match) continue;
    take(match[1] ?? '', index - left.length + match.index, (name, _start, end) => {
      if (!isFull(name)) return false;
      // A day says nothing of what stands before it, unless that is set out as only names are.
      if (/^\d\d[-/.]\d\d/.test(anchor)) {
        const sex = /^[ ,|(/-]{1,4}(?:male|female|[MF])\b/i.test(after(text, index + anchor.length, 14));
        return /^\p{Lu}[\p{Lu}'-]+, ?\p{Lu}/u.test(name) || (sex && hasGiven(name));
      }
      const sure =
        hasGiven(name) ||
        name.includes(',') ||
        /^\p{Lu}\.? /u.test(name) ||
        /^[DdMNH]|^\(?\d{1,3}[ -]?(?:[MFmf]\b|y)|^\(?aged/.test(anchor);
      return sure || countOf(CLINICAL, sameParagraphAfter(text, end, 120)) > 0;
    });
  }
  for (const { index, 0: written, 1: given = '' } of text.matchAll(GIVEN_AND_FAMILY)) {
    if (
      !isGivenName(given) ||
      /\b(?:Dr|Prof|Professor|Sir|Dame|Lord|Sister|Nurse|Mr|Mrs|Ms|Miss)\.? $/.test(before(text, index, 12))
    )
      continue;
    take(written, index, (name, _start, end) => {
      const right = sameParagraphAfter(text, end, 120).replace(/^'s?\b/, '');
      const sentence = /^[^.!?\n]{0,110}/.exec(right)?.[0] ?? '';
      if (!isFull(name) || COLLEAGUE_AFTER.test(right) || OF_A_COLLEAGUE.test(sentence)) return false;
      // Of people in history books, a year says when.
      if (/\bin (?:about )?1\d{3}\b/.test(sentence)) return false;
      return AS_SUBJECT.test(right) && countOf(CLINICAL, sentence) > 0;
    });
  }
  add(
    RELATIVE,
    (name, start, end) =>
      (isGivenName(name.split(' ')[0] ?? '') || isFull(name)) &&
      countOf(CLINICAL, `${sameParagraphBefore(text, start, 120)} ${sameParagraphAfter(text, end, 120)}`) > 0,
  );
  return found;
};
