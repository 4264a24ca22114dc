/** Dates of birth, and ages over 89 of one person. */
import type { Finding, Reading } from './types.ts';
import { after, before, matchesOf, sameParagraphBefore } from './words.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = "(?:(?:19|20)\\d\\d|'?\\d\\d)";

/** A day in any form that people write. A day of the month and a month always, the year nearly always. */
export const DATE = [
  `date\\((?:19|20)\\d\\d, ?\\d{1,2}, ?\\d{1,2}\\)`,
  `(?:19|20)\\d\\d[ ]?[-/.][ ]?\\d{1,2}[ ]?[-/.][ ]?\\d{1,2}`,
  `\\d{1,2}[ ]?[-/.][ ]?\\d{1,2}[ ]?[-/.][ ]?${YEAR}`,
  `\\d{1,2} \\d{1,2} (?:19|20)\\d\\d`,
  `\\d{1,2}[ ]?(?:st|nd|rd|th)?(?:[ ]+of)?[ .,/-]{0,2}${MONTH}\\.?[ .,/-]{0,2}${YEAR}`,
  `${MONTH}\\.?[ ]\\d{1,2}(?:st|nd|rd|th)?,?[ ]${YEAR}`,
  `(?:19|20)\\d\\d (?:${MONTH}) \\d{1,2}`,
  `(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])`,
  `(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\\d\\d`,
].join('|');

const LINK = '["\')\\]}>]{0,3}[\\s:=#|,;.>("\'\\[/-]{0,12}(?:(?:is|was|of|on|reads|the)\\b[\\s:="\']{1,4}){0,2}["\'(\\[]{0,2}';
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?';

const NAMED = new RegExp(
  `(?<![A-Za-z])(?:d\\.? ?o\\.? ?b\\.?|d/o/b|d-o-b|(?:date|day)[ _-]?of[ _-]?birth|birth[ _-]?date(?:time)?|birth[ _-]?day|pt[ _-]?dob|patient[ _-]?dob)(?![A-Za-z])${LINK}${WEEKDAY}(${DATE})(?!\\d)`,
  'gid',
);
const BIRTH = /(?:d\.?o\.?b\.?|date of birth|born)(?![A-Za-z])/i;
const NAMED_AFTER = new RegExp(
  `(?<![\\d/.-])(${DATE})["'*]?(?:[ ]{0,2}[,(\\[-][ ]?|[ ](?:is|was|being)[ ](?:the|his|her|their)[ ])${BIRTH.source}`,
  'gid',
);
const BORN = new RegExp(
  `\\b(?:born|birth(?:day)?|n[eé]e|b\\.)[ ,:(]{1,3}(?:(?:on|is|was|in [A-Z][a-z]+,?)[ ]){0,2}${WEEKDAY}(${DATE})(?!\\d)`,
  'gid',
);

/** A day in brackets after somebody's name; a day of this decade is rather that of a visit. */
const BRACKETED = new RegExp(
  `\\b(?:[Pp]atient|[Pp]t|Mr|Mrs|Ms|Miss|\\p{Lu}\\p{Lu}+,)\\.?(?: \\p{Lu}[\\p{L}'-]*){0,3},? [(\\[](${DATE})[)\\]]`,
  'gdu',
);

/** Organisations and ideas are "born" too. */
const NOT_A_PERSON =
  /\b(?:nhs|service|trust|hospital|institute|university|project|idea|programme|program|society|community|company|college|site|model|web|internet|initiative|computer|machine|term|concept|word|language|movement|field|journal|committee|standard|network)\b[^.\n]{0,20}$/i;

/** Days that stand for "unknown" or show the form. */
const isStandIn = (date: string): boolean =>
  /^(?:1900|1901)-01-01$|^01[-/.]0?1[-/.](?:1900|1901)$|^1970-01-01$|^2000-01-01$|^(?:0?1\/){2}(?:1970|2000)$|^31\/12\/9999$/.test(
    date,
  );

/** Most texts have none of these, and need no closer look. */
const ABOUT_A_BIRTH = /birth|born|n[eé]e\b|\bb\.|d[ ./-]{0,2}o[ ./-]{0,2}b|\b(?:patient|pt|mrs?|ms|miss)\b|\p{Lu}{2},/iu;

export const datesOfBirth = ({ text }: Reading): Finding[] => {
  const found: Finding[] = [];
  if (!ABOUT_A_BIRTH.test(text)) return found;
  const add = (matches: Iterable<RegExpExecArray>, fits: (match: RegExpExecArray) => boolean) => {
    for (const match of matches) {
      const [start, end] = match.indices?.[1] ?? [match.index, match.index];
      if (!isStandIn(match[1] ?? '') && fits(match)) found.push({ rule: 'date-of-birth', start, end });
    }
  };
  add(text.matchAll(NAMED), () => true);
  add(matchesOf(text, NAMED_AFTER, BIRTH), () => true);
  add(text.matchAll(BRACKETED), (match) => !/20[2-9]\d/.test(match[1] ?? ''));
  add(text.matchAll(BORN), ({ index }) => !NOT_A_PERSON.test(sameParagraphBefore(text, index, 40)));
  return found;
};

const OLD = '(?:9\\d|1[01]\\d|120)';
const OLD_IN_WORDS =
  '(?:ninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a |one )?hundred(?: and (?:one|two|three|four|five|six|seven|eight|nine|ten))?)';
const YEARS_OLD =
  '[ -]{0,2}(?:(?:years?|yrs?|yr)[ -]{0,2}(?:of age|olds?)|y\\.?[ /]?o\\.?(?![A-Za-z])|y/o(?![A-Za-z])|yrs?(?= ?(?:old|[MmFf]\\b|male|female)))';

const YEAR_OLD = new RegExp(`(?<![\\w.,-])(?:${OLD}|${OLD_IN_WORDS})${YEARS_OLD}`, 'gi');
const AGED = new RegExp(
  `(?<![A-Za-z])(?:aged?|age at \\w+|age[_ ]?(?:in )?years|now|turned|turns)["')\\]]{0,2}[ ]{0,2}(?:[:=|(]|is|was|of|at)?[ ]{0,3}["']?(${OLD}|${OLD_IN_WORDS})(?![\\d%]|[.,]\\d|[ ]?[-+]|[ ]?(?:to|or|and (?:over|above|older)|plus)\\b)`,
  'gid',
);
const AGE_AND_SEX = new RegExp(
  `(?<![\\w.,-])${OLD}[ ]?(?:y|yr|yrs)?[ ]?[/,]?[ ]?(?:[MF]|m|f|male|female|man|woman|lady|gentleman)\\b(?! (?:and|or|patients|participants|subjects|cases|controls|volunteers)\\b)(?![ -]?(?:param|model|token|encoder|decoder|sample|weight|bert|checkpoint|rows?|records?|hz|b\\b))`,
  'g',
);
/** "93 yrs, lives alone": an age of nobody in particular, unless something near speaks of a patient. */
const YEARS_ALONE = new RegExp(`(?<![\\w.,-])${OLD}[ -]?yrs?(?=\\.? *(?:[,;)\\n]|\\.(?: |\\n|$)|$))`, 'gi');
const NAMED_AND_AGE = new RegExp(
  `\\b(?:Mr|Mrs|Ms|Miss|patient|pt)\\.? (?:[A-Z][\\w'-]+[ ,]{1,2}){1,3}\\(?(${OLD})(?=[),. ](?!\\d))`,
  'gd',
);

const A_LIMIT =
  /(?:\b(?:mean|median|average|range|ranging|maximum|minimum|max|min|oldest|upper|between|from|over|above|under|below|beyond|exceed(?:s|ing)?|older than|younger than|up to|at least|at most|more than|less than|to|until|cap(?:ped)?(?: at)?|ages|threshold|band|bands|group|groups|limit|percentile|sd|cohort)\b|[<>≤≥=±~]|\d ?-)[^.\n\d]{0,12}$/i;
const MANY =
  /\b(?:patients|people|adults|women|men|participants|those|individuals|residents|persons|subjects|everyone|anyone|anybody|somebody|someone|all|staff|members|records|population|volunteers)\b[^.\n]{0,16}$/i;
const A_THING =
  /^s?[ ,-]{0,2}(?:(?:old|hospital|building|institution|charity|trust|house|system|tradition|technology|company|threshold|limit|cut-?off|rule|ceiling|journal|technique|theory|history|record|patients\b|people\b|adults\b|participants\b|cohort|or (?:over|older|above|more)|and (?:over|older|above)))/i;
/** "she is 94", "a woman of 94", "the patient, 94, was", "her 94th birthday". */
const SAID_OF = new RegExp(
  `\\b(?:(?:she|he|who|patient|pt|mother|father|mum|dad|grandmother|grandfather|lady|gentleman|nan) (?:is|was|is now|turned|had turned)|(?:woman|man|lady|gentleman|patient|female|male) of|(?:patient|pt|woman|man|lady|gentleman|mother|father|widow|widower),(?: aged)?|pt|age(?: ?[/&] ?| and )sex:?|at the age of|\\b(?:his|her)) (${OLD}(?:st|nd|rd|th)(?= (?:year|birthday))|(?:${OLD}|${OLD_IN_WORDS})(?=[ ]?(?:[,.;)\\n]|and\\b|but\\b|with\\b|when\\b|who\\b|years\\b|yrs?\\b|[/,] ?[MFmf]\\b|she\\b|he\\b|$))(?!\\.\\d))`,
  'gid',
);

export const agesOverEightyNine = ({ text }: Reading): Finding[] => {
  const found: Finding[] = [];
  const add = (start: number, end: number) => found.push({ rule: 'age-over-89', start, end });
  const isOfOnePerson = (start: number, end: number): boolean => {
    const left = sameParagraphBefore(text, start, 50);
    return !A_LIMIT.test(left) && !MANY.test(left) && !A_THING.test(after(text, end, 24));
  };
  for (const { 0: whole, index } of text.matchAll(YEAR_OLD)) {
    if (isOfOnePerson(index, index + whole.length)) add(index, index + whole.length);
  }
  for (const match of [...text.matchAll(AGED), ...text.matchAll(NAMED_AND_AGE)]) {
    const [start, end] = match.indices?.[1] ?? [match.index, match.index];
    const turning = /^(?:now|turn)/i.test(match[0]);
    const person = /\b(?:she|he|patient|mr|mrs|ms|mother|father|grandmother|grandfather|lady|gentleman|who)\b/i.test(
      before(text, match.index, 40),
    );
    if ((turning && !person) || (/ of /i.test(match[0]) && /\b(?:the|an|minimum) $/i.test(before(text, match.index, 9))))
      continue;
    if (isOfOnePerson(match.index, end) && !/^[^\n]{0,12}(?:percent|per cent|%)/.test(after(text, end, 12))) add(start, end);
  }
  for (const match of text.matchAll(SAID_OF)) {
    const [start, end] = match.indices?.[1] ?? [match.index, match.index];
    const needsPerson = /^at the age/i.test(match[0]);
    if (
      needsPerson &&
      !/\b(?:she|he|mr|mrs|ms|miss|the patient)\b/i.test(`${sameParagraphBefore(text, match.index, 50)} ${after(text, end, 20)}`)
    )
      continue;
    if (!A_THING.test(after(text, end, 24))) add(start, end);
  }
  for (const { 0: whole, index } of [...text.matchAll(AGE_AND_SEX), ...text.matchAll(YEARS_ALONE)]) {
    const end = index + whole.length;
    if (isOfOnePerson(index, end) && isSomebody(text, index, end)) add(index, end);
  }
  return found;
};

/** Something near says that an age with a letter, such as in "93F", is a person and no size of a model. */
const isSomebody = (text: string, start: number, end: number): boolean =>
  /(?:male|female|man|woman|lady|gentleman)$|(?:y|yrs?)[ ]?[MFmf]$/.test(text.slice(start, end)) ||
  /\b(?:admitted|admission|presented|presents|presenting|known|PMHx?|c\/o|hx|history of|sepsis|fall|fell|SOB|AF|COPD|pneumonia|stroke|fracture|NOF|UTI|ACS|MI|CCF|delirium|chest|pain|ward|bed|discharged|nursing home|care home|patient|pt|Mrs?|Ms|Miss|clinic|A&E|ED|carer|lives|dementia|cancer|confused|collapse|diagnosed)\b/i.test(
    `${sameParagraphBefore(text, start, 60)} ${after(text, end, 90)}`,
  );
