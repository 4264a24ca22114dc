/** The catalogue of the guard: what each rule finds, why that matters and how to mend it. Nothing here repeats what was found. */

export interface IdentifierRule {
  /** What the rule finds, in plain words, to be read after "This looks like". */
  name: string;
  why: string;
  mend: string;
}

const INVENT = 'Remove it, or write an invented one that says so.';

export const identifierRules = {
  'nhs-number': {
    name: 'an NHS number',
    why: 'One number leads to the whole record of one person.',
    mend: 'Remove it. For an example, take a number from the test range that begins with 999.',
  },
  'record-number': {
    name: 'a number beside words that name a patient’s record',
    why: 'Anybody with access to the hospital’s systems can turn it into a person.',
    mend: 'Remove it, or write a placeholder such as 12345678.',
  },
  'date-of-birth': {
    name: 'a date of birth',
    why: 'With a postcode or a diagnosis, a date of birth is often enough to find one person.',
    mend: 'Remove it, or give an age in years or a band such as 60 to 69.',
  },
  'age-over-89': {
    name: 'the age of one person over 89',
    why: 'So few people are that old that the age can name them.',
    mend: 'Write "90 or over", or a band.',
  },
  'address': {
    name: 'a private address',
    why: 'A house number and a postcode lead to a few people at most.',
    mend: 'Remove it. The address of an institution passes when its name stands before it.',
  },
  'phone-number': {
    name: 'a phone number that belongs to no contact',
    why: 'It may be a patient’s or a relative’s, and everybody can read this page.',
    mend: 'Remove it, or link to an entry in content/contacts. For an example, take 020 7946 0000, which is kept for fiction.',
  },
  'email-address': {
    name: 'a personal e-mail address that belongs to no contact',
    why: 'It may be a patient’s or a relative’s, and everybody can read this page.',
    mend: 'Remove it, or add its owner to content/contacts. For an example, take name@example.org.',
  },
  'patient-name': {
    name: 'the name of a patient',
    why: 'A name beside anything clinical says who was ill, and with what.',
    mend: 'Remove it, or write "the patient". Invented people are best called Mr A or Mrs B.',
  },
  'national-insurance-number': {
    name: 'a National Insurance number',
    why: 'It belongs to one person for life, and opens the way to fraud.',
    mend: INVENT,
  },
  'passport-number': {
    name: 'the number of a passport or a driving licence',
    why: 'It belongs to one person, and opens the way to fraud.',
    mend: INVENT,
  },
  'clinical-letter': {
    name: 'a clinical letter',
    why: 'A real letter names its patient in more ways than anybody can list, even after the name is gone.',
    mend: 'Remove the whole letter. Describe it, or invent one from nothing with placeholders such as [NAME].',
  },
  'secret': {
    name: 'a password, a key or a token',
    why: 'It works for everybody who reads it, and a copy stays in the history.',
    mend: 'Have it withdrawn where it was issued, now, then remove it. Removing alone does not help.',
  },
  'image-place': {
    name: 'the place where a picture was taken, kept inside its file',
    why: 'A picture from a phone carries the spot to within a few metres, such as somebody’s home.',
    mend: 'Save the picture again without its location, for example through "Export" with metadata off.',
  },
  'unreadable-file': {
    name: 'a file that the guard cannot look into',
    why: 'Anything could be inside, and nobody would see it in a review.',
    mend: 'Put its content on a page as text, or have somebody read it all and list it as an exception.',
  },
} as const satisfies Record<string, IdentifierRule>;

/** What is wrong with the list of exceptions itself. */
export const EXCEPTION_RULE = 'identifier-exception';

export type IdentifierRuleId = keyof typeof identifierRules;

/** Every rule with what it guards, in the shape of the checker's own catalogue. */
export const guardRules = {
  ...(Object.fromEntries(Object.entries(identifierRules).map(([id, { why }]) => [id, why])) as Record<IdentifierRuleId, string>),
  [EXCEPTION_RULE]: 'An exception is one reviewed line with a reason, and goes when it is no longer needed.',
};

/** What an author is told. It names the rule and the way out, never the text: the logs that it is printed in are public. */
export const messageOf = (rule: IdentifierRuleId): string => {
  const { name, why, mend } = identifierRules[rule];
  return `This looks like ${name}. ${why} ${mend}`;
};

/** What the guard plainly cannot find; shown to everybody who relies on it. */
export const LIMITS_OF_THE_GUARD: readonly string[] = [
  'A name without a title, a label, an age or a clinical word beside it.',
  'A nickname, initials, a misspelt name, or a name hidden in an ordinary word.',
  'A story that one family, one ward or one newspaper would recognise: a rare disease, an unusual accident, a public office.',
  'Dates of admission, operation or death, the name of a ward, and other details that identify a person only together.',
  'Words in a picture: a screenshot, a scan, a photograph, handwriting, a letter that was photographed.',
  'A face, a tattoo, a voice, and any other picture or recording of a person.',
  'What lies inside files that it cannot open: archives, office documents, recordings, and text that is packed or encrypted.',
  'A number with a digit missing or wrong, unless words beside it say what it is.',
  'A house number or a postcode alone, and an address from outside the United Kingdom.',
  'Identifiers in a language other than English.',
  'A pseudonym or a study number that somebody else can turn back into a person.',
  'Whether an example is invented: it asks about everything that could be real.',
];
