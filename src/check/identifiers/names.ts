/** Names of patients: after a title, after words that announce one, or beside an age and a sex. */
import { isGivenName } from './given-names.ts';
import type { Finding, Reading } from './types.ts';
import { after, before, sameParagraphAfter, sameParagraphBefore } from './words.ts';

const PARTICLE = '(?:van|von|de|der|den|da|di|du|del|la|le|al|el|bin|binti|bint|ap|ibn|dos|ter|st)';
const NAME_WORD = "\\p{Lu}(?:['-]?\\p{L}){1,24}";
const INITIALS = '(?:\\p{Lu}(?:\\.[ ]?|[ ]))';
const FULL = `(?:${INITIALS}){0,3}(?:(?:${PARTICLE}[ -]){0,2}${NAME_WORD})(?:(?:[ ]|[ ]${PARTICLE}[ ])(?:\\p{Lu}\\.? )?${NAME_WORD}){0,3}`;
const SURNAME_FIRST = `(?:\\p{Lu}(?:['-]?\\p{Lu}){1,24}|${NAME_WORD})(?:[ -]${NAME_WORD})?,[ ]?${NAME_WORD}`;

/** What people are called in invented examples; nobody is meant. */
const STAND_IN =
  /^(?:\p{Lu}\.?|[XYZ]{1,3})$|^(?:(?:Doe|Test|Tester|Testpatient|XXX\w*|Example|Patient|Name|Surname|Lastname|Bloggs|Anonymous|Invented|Fictional|Somebody|Someone|Nobody|Redacted|Placeholder|Unknown)\.?)(?:\s|$)|\b(?:Doe|Bloggs|Testpatient|Test|Example|Surname|Redacted|Anonymous)$/iu;
const STAND_IN_FIRST = /^(?:test|example|dummy|fake|sample|synthetic|invented|fictional|john doe|jane doe)\b/i;

/** Words with a capital that follow a title or "patient" and are no names. */
const NO_NAME = new Set(
  `justice speaker chair chairman president imaging angiography scan scanning venography spectroscopy elastography cholangiopancreatography
urography enterography neurography brain spine head safety advice public participation reported centred centered experience friendly data record records
portal information identifiable identifier identifiers identification notes note level voice voices association charter choice consent council flow group groups
journey leaflet leaflets liaison outcome outcomes panel partner partners population populations representative representatives research safety satisfaction
specific transport administration and or the a an in on with without who whose is was has had may can will should must if for from to of at by as not no nhs id ids name
number numbers date admitted age sex gender address history status summary letter letters text messages message care access engagement involvement facing
education held knows best first index initiated activated management recruitment cohort cohorts sample samples registry stories story survey table
university hospital london trust england royal college department institute health national british united kingdom general medical clinical ward unit clinic
consultant doctor nurse model prompt prompts figure section chapter step box appendix example case cases question answer day week month year january february
march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday english french german
allergic alert stable afebrile pregnant diabetic male female presented presents reports denies states confirmed unknown to llm gpt epic caboodle emap
electronic digital decision support pathway pathways`
    .split(/\s+/)
    .filter(Boolean),
);

const isNoName = (name: string): boolean =>
  name.split(/[ ,]+/).some((word) => NO_NAME.has(word.toLowerCase()) && !isGivenName(word));

/** Clinical words that have a patient as their subject: what is said of nobody else. */
const AS_SUBJECT =
  /^[\s,;:(-]{0,4}(?:\(?\w{0,12}\)?,?[ ])?(?:who |which |also |then |now |still |again |recently |subsequently |sadly |initially |was then |has been |had been |was |is |has |had |being |be ){0,4}(?:re-?admitted|admitted|discharged|diagnosed|born at|transferred|referred|reviewed|seen|treated|intubated|extubated|ventilated|catheterised|operated|prescribed|given|started|commenced|consented|scanned|investigated|anaesthetised|resuscitated|mobilis|nil by mouth|nbm|brought in|bibas?|found|known|presented (?:with|to|as|after|on|at)|presents|presenting|complain|c\/o|denies|denied|suffer|suffers|suffered|underwent|undergoing|undergo|developed|develops|deteriorat|died|passed away|rip|arrested|collapsed|fell|attended|attends|self-?discharged|recovered|recovering|tolerat|vomit|bled|bleeding|allergic|pregnant|afebrile|febrile|pyrexial|unwell|well controlled|confused|drowsy|stable|diabetic|septic|hypertensive|aged \d|an? \d{1,3}[ -]?(?:year|yr|yo)|\d{1,3}[ ]?(?:y\/?o|yrs?|years?|[MF]\b)|takes? \w+ \d|on (?:warfarin|apixaban|metformin|ramipril|insulin|oxygen)|nhs|dob|d\.o\.b|mrn|hosp|lives|bed \d|ward)/i;

const CLINICAL =
  /\b(?:admitted|admission|discharged?|diagnos(?:ed|is)|clinic|ward|bed|theatre|surgery|operation|biopsy|chemotherapy|radiotherapy|dialysis|a&e|ed|itu|icu|hdu|gp|symptoms?|pain|fever|cough|breathless\w*|sob|nausea|vomiting|bleed\w*|seizures?|stroke|tia|mi|nstemi|stemi|copd|asthma|diabetes|diabetic|hypertension|cancer|carcinoma|tumour|lymphoma|leukaemia|metasta\w+|fracture|fall|sepsis|pneumonia|infection|uti|dementia|delirium|depression|anxiety|schizophrenia|epilepsy|pregnan\w+|miscarriage|allerg\w+|bp|blood pressure|hba1c|troponin|haemoglobin|hb|crp|egfr|ct|mri|x-?ray|ecg|echo|ultrasound|endoscopy|colonoscopy|scan|warfarin|apixaban|metformin|ramipril|insulin|antibiotics|amoxicillin|bisoprolol|furosemide|morphine|paracetamol|prednisolone|statin|\d+ ?mg|tablets?|pmh|hx|history of|dob|date of birth|nhs (?:no|number)|mrn|hospital number|next of kin|nok|medication|prescri\w+|treatment|underwent|referred|follow-?up|smoker|unwell|wife|husband|died|death|year-old|lives|mobility|catheter|wound|ulcer|rash|lesion|palliative|dnacpr|resus\w*|safeguarding|overdose|suicid\w+|palpitations|headaches?|dizz\w+|weakness|weight loss|haemorrhage|embol\w+|dvt|pe|abscess|mass|cath lab|chest|abdom\w+|nicu|intubat\w+|transfus\w+|surgical|urine|swab|pyrexia|(?!emp|symp)\w{3,}(?:ectomy|ostomy|plasty|itis|aemia|uria|pathy|algia|rrhoea|plegia|oscopy)|(?:haemat|carcin|myel|melan|gli|aden|sarc|mesotheli)oma|nil by mouth|nbm|obs|wr|post-?op|pre-?op|consented|inpatient|outpatient|bloods)\b/gi;

/** A clinician, an author or a colleague is spoken of. In the United Kingdom surgeons are called Mr, Mrs or Miss. */
const COLLEAGUE_BEFORE =
  /(?:\b(?:by|under|consultant|surgeon|registrar|professor|prof|dr|with thanks to|thank(?:s| you)?(?: to)?|chaired|led|author|lead|led by|colleagues?|with|ask|contact|from|to|and|secretary|care of|c\/o|team of|list of|clinic of|manager|director|nurse|sister|teacher|dear|cc|signed|investigator|sponsor|supervisor)[ :,]{1,3}|\b(?:care of|team of|clinic of) )$/i;
const COLLEAGUE_AFTER =
  /^[ ,(-]{1,4}(?:(?:the|our|a|an|who is|lead|senior|locum|trust|chief|clinical|retired|ward|deputy|your|her|his)[ ]){0,3}(?:consultant|surgeon|registrar|frcs|frcp|mrcs|md\b|phd|mbbs|obe|mbe|cbe|qc|kc|doctor|nurse|manager|director|secretary|chair|lead|data|research|engineer|scientist|professor|lecturer|fellow|investigator|author|statistician|analyst|pharmacist|physiotherapist|therapist|librarian|head of|from the|of the (?:department|team|trust|university)|leads|chairs|presented (?:her|his|the|a|an|our|their)|gave|spoke|talked|wrote|argued|asked|explained|organis|runs|works|joined|said|says|operates|keeps|designed|built|developed (?:the|a|our)|reviewed (?:the|all|every|our|each)|scored|rated|annotated|labelled)/i;

/** What colleagues do with illnesses that are not their own. */
const OF_A_COLLEAGUE =
  /\b(?:represents?|study|studies|studied|teach\w*|lectur\w+|research\w*|asked|explained|argued|talk|paper|report|published|project|model|data|notes|annotat\w+|evaluat\w+|led|leads|team|supervis\w+|meet-?up|poster|slides|guideline|committee|panel|our|patients)\b/i;

const FIRST_PERSON_SEES =
  /\b(?:i|we)(?: have| had)? (?:saw|reviewed|met|examined|admitted|discharged|assessed|clerked|treated|operated on|consented|spoke to|seen|visited|called|rang)(?: again)?(?: with| today| yesterday)?,? ?$|\b(?:your patient|this patient|the patient|pleasant|old (?:lady|gentleman|man|woman)|lady|gentleman|regarding|re|about|discharge of|admission of|death of|case of|history of|of|on|for (?:seeing|referring|accepting|reviewing|admitting)|seeing|referring|ward round|bed \d+|named|called)[ ,:-]{1,3}$/i;

const TITLED = new RegExp(
  `(?<![\\p{L}\\d])(?:Mr|Mrs|Ms|Miss|Mstr|Master|Mx|MR|MRS|MS|MISS|Baby)\\b\\.?[ \\n]{1,2}((?:and (?:Mrs|Mr)\\.? )?${FULL})`,
  'gu',
);
const TITLED_IN_SMALL_LETTERS =
  /(?<![\p{L}\d])(?:mr|mrs|miss)\.? ([a-z][a-z'-]{2,20})(?: [a-z][a-z'-]{2,20})??(?= (?:was|is|has|had|admitted|presented|presents|c\/o|complain|died|discharged|underwent|seen|reviewed|attended|fell|denies|known|dob)\b)/gu;

const isOurs = (name: string, { known }: Reading): boolean =>
  known.names.some((ours) => {
    const words = ours.toLowerCase().split(/\s+/);
    const written = name.toLowerCase().replace(/[.,]/g, '').split(/\s+/);
    return written.every((word) => words.includes(word) || word.length === 1) && written.some((word) => word === words.at(-1));
  });

const isStandIn = (name: string): boolean => STAND_IN.test(name) || STAND_IN_FIRST.test(name) || !/\p{L}{2}/u.test(name);

/** A name as it was caught, without words at its end that begin the next sentence. */
const trimmed = (name: string): string => {
  const words = name.split(' ');
  const stop = words.findIndex(
    (word, index) => index > 0 && NO_NAME.has(word.toLowerCase().replace(/\W/g, '')) && !isGivenName(word),
  );
  return (stop > 0 ? words.slice(0, stop) : words).join(' ');
};

const countOf = (pattern: RegExp, text: string): number =>
  new Set([...text.matchAll(pattern)].map(([word]) => word.toLowerCase())).size;

const afterTitles = (reading: Reading): Finding[] => {
  const { text } = reading;
  const found: Finding[] = [];
  for (const match of text.matchAll(TITLED)) {
    const name = trimmed(match[1] ?? '');
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
    if (COLLEAGUE_AFTER.test(right)) continue;
    const subject = AS_SUBJECT.test(right);
    const seen = FIRST_PERSON_SEES.test(left);
    const colleague = COLLEAGUE_BEFORE.test(left) && !/\b(?:dear) $/i.test(left);
    const clinical = countOf(CLINICAL, `${left.slice(-90)} ${right.slice(0, 120)}`);
    const sentence = /^[^.!?\n]{0,110}/.exec(right)?.[0] ?? '';
    const own = colleague || OF_A_COLLEAGUE.test(sentence) ? 0 : countOf(CLINICAL, sentence);
    if (
      colleague
        ? subject && clinical > 1 && !/\b(?:by|under|dear|thank\w*|consultant|surgeon) $/i.test(left)
        : subject || own > 0 || (seen && clinical > 0) || clinical > 1
    )
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
  `(?<![\\p{L}])(?:[Pp]atient|[Pp]ts?\\.?|[Ii]npatient|[Oo]utpatient|[Pp]atient,|[Pp]atient's name is|[Pp]atient (?:called|named|known as)|[Nn]ext of [Kk]in|NOK|RE|Re|re)[: ]{1,2}(?:is |was )?${SOMEBODY}`,
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
  '(?:\\(?(?:aged? )?\\d{1,3}[ -]?(?:(?:[MF]|m|f|male|female|y\\/?o|yo|yrs?|years?)\\b)|[(]?aged \\d{1,3}\\b|[(](?:[MF],? ?\\d{1,3}|\\d{1,3},? ?[MF])[)])';
const WITH_AGE = new RegExp(`(?<![\\p{L}])(${SURNAME_FIRST}|${FULL})(?:,|[ ]-)?[ ]{1,2}(?:is |was |an? |the )?${AGE}`, 'gdu');
const WITH_RECORD = new RegExp(
  `(?<![\\p{L}])(${SURNAME_FIRST}|${FULL})[ ]?[,;|(-]{0,2}[ ]{0,2}(?:DOB|D\\.O\\.B|dob|[Dd]ate of birth|[Bb]orn|MRN|NHS (?:[Nn]o|[Nn]umber)|NHS:|[Hh]osp(?:ital)? (?:[Nn]o|[Nn]umber))`,
  'gdu',
);
const GIVEN_AND_VERB = new RegExp(
  `(?<![\\p{L}.])(\\p{Lu}\\p{Ll}+ ${NAME_WORD})(?=,? (?:was (?:re-?)?admitted|was discharged|was diagnosed|was seen in|was brought in|was transferred|was intubated|presented (?:with|to)|presents with|attended (?:A&E|ED|clinic)|underwent|died|passed away|complains|complained of|c\\/o|has a history of|is known to have|suffers from|has (?:type|stage|metastatic|terminal|breast|lung|bowel|prostate)|is allergic|is on (?:warfarin|insulin|apixaban)|needs? (?:dialysis|surgery)))`,
  'gdu',
);
const RELATIVE =
  /\b(?:wife|husband|daughter|son|mother|father|sister|brother|partner|carer|granddaughter|grandson|niece|nephew)(?:,| is| called|'s name is| \()? ?\(?(\p{Lu}\p{Ll}{2,20}(?: \p{Lu}[\p{L}'-]{1,24})?)/dgu;

export const patientNames = (reading: Reading): Finding[] => {
  const { text } = reading;
  const found = afterTitles(reading);
  const add = (pattern: RegExp, fits: (name: string, start: number, end: number, match: RegExpExecArray) => boolean) => {
    for (const match of text.matchAll(pattern)) {
      const [start] = match.indices?.[1] ?? [match.index];
      const name = trimmed(match[1] ?? '');
      const bare = name.replace(/^(?:Mr|Mrs|Ms|Miss|Mstr|Master|Mx|Dr|MR|MRS|MS|MISS)\.? /, '');
      if (isStandIn(bare) || isOurs(bare, reading) || isNoName(bare)) continue;
      if (fits(bare, start, start + name.length, match)) found.push({ rule: 'patient-name', start, end: start + name.length });
    }
  };
  const isFull = (name: string) => /[\s,]/.test(name.trim());
  const hasGiven = (name: string) => name.split(/[ ,.]+/).some(isGivenName);
  add(
    LABELLED,
    (name, _start, _end, match) =>
      hasGiven(name) || /\b(?:Mr|Mrs|Ms|Miss|MR|MRS|MS|MISS)\b/.test(match[1] ?? '') || (isFull(name) && !match[0].includes('|')),
  );
  add(UNLABELLED, (name, _start, end, match) => {
    const isRe = /^re\b/i.test(match[0]);
    if (isRe && !/(?:^|\n)[ ]{0,4}$/.test(before(text, match.index, 5))) return false;
    if (name.includes(',') || hasGiven(name)) return isFull(name) || countOf(CLINICAL, after(text, end, 100)) > 0;
    if (/^p[^A-Z]*$/.test(match[0].slice(0, 8)) && /^(?:\p{Lu}[\p{Ll}'-]+(?: |$)(?:\p{Lu}\. )?){2,3}$/u.test(name)) return true;
    return (
      (isFull(name) || /^p/.test(match[0])) &&
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
  add(
    WITH_AGE,
    (name, _start, end) =>
      isFull(name) &&
      (hasGiven(name) ||
        name.includes(',') ||
        /^\p{Lu}\.? /u.test(name) ||
        countOf(CLINICAL, sameParagraphAfter(text, end, 120)) > 0),
  );
  add(WITH_RECORD, (name) => isFull(name));
  add(GIVEN_AND_VERB, (name, _start, end) => hasGiven(name) || countOf(CLINICAL, sameParagraphAfter(text, end, 100)) > 1);
  add(
    RELATIVE,
    (name, start, end) =>
      isGivenName(name.split(' ')[0] ?? '') &&
      countOf(CLINICAL, `${sameParagraphBefore(text, start, 120)} ${sameParagraphAfter(text, end, 120)}`) > 0,
  );
  return found;
};
