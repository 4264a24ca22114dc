/** Private addresses: a house number with a postcode, or a house number after words that say somebody lives there. */
import type { Finding, Reading } from './types.ts';
import { before, matchesOf, sameParagraphAfter, sameParagraphBefore } from './words.ts';

/** The end of every postcode. */
const INWARD = /\d[ABD-HJLNP-UW-Z]{2}(?![A-Za-z\d])/i;

// Source of the form: Royal Mail, Programmer's Guide to the Postcode Address File.
const AREAS =
  'A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE';
const POSTCODE = new RegExp(`(?<![A-Za-z\\d])(?:${AREAS})\\d[\\dA-HJKPSTUW]?[ ]{0,2}${INWARD.source}`, 'gi');

const STREET =
  '(?:road|rd|street|str|st|avenue|ave|lane|ln|close|cl|drive|dr|way|gardens|gdns|garden|court|ct|crt|place|pl|crescent|cres|terrace|terr|square|sq|hill|grove|gr|park|mews|row|walk|view|rise|green|parade|mount|broadway|vale|fields?|wharf|quay|villas|mansions|estate|paddocks?|croft|meadows?|heights|end|gate|common|circus|bank|dale|cottages?|house|tower|point|yard|path|passage|chase|copse|drove|esplanade|promenade|buildings|hollow|ridge|wood|heath|glebe|orchard|brow|side|embankment|bridge|reach)';

/** A house number and what could be a street, with or without the word for one. */
const HOUSE = new RegExp(
  `(?<![\\w/.£$-])(?:(?:flat|apartment|apt|unit|room|no\\.?|number)[ ]?[\\dA-Za-z]{1,4}[ ,]{1,3})?\\d{1,4}(?:[ ]?-[ ]?\\d{1,4})?[ ]?[A-Ha-h]?[ ,]{1,3}(?:(?:the|upper|lower|old|new|great|little|north|south|east|west|st\\.?)[ ])?(?:[A-Za-z][\\w'.-]{1,20}[ ]){0,4}?(?:[A-Za-z][\\w'.-]*)?${STREET}\\b`,
  'gi',
);
const CAPITALISED_HOUSE =
  /(?<![\w/.£$-])\d{1,4}[ ]?[A-Ha-h]?[ ,]{1,3}(?:the )?[A-Z][\w'-]{2,20}(?:[ ][A-Z][\w'-]{1,20}){0,3}[ ]*[,\n.;]/g;
const NUMBER_AND_POSTCODE =
  /(?:\b(?:flat|house|number|no\.?|address)\b[ :]{0,2})\d{1,4}[A-Ha-h]?\b[^\n]{0,20}$|(?:^|[\n:;,(|"])[ ]{0,3}\d{1,4}[A-Ha-h]?[ ,]{1,3}$/i;

const INSTITUTION =
  /\b(?:hospitals?|university|college|institute|trust|nhs (?:foundation|england|digital|wales|scotland|resolution|business|blood)|surgery|practice|clinics?|centre|center|school|library|museum|department|authority|council|society|foundation|campus|headquarters|office|laborator(?:y|ies)|company|ltd|limited|plc|agency|association|charity|committee|meet-?ups?|venue|seminar|lecture theatre|conference|reception|hub|registered|publisher|press|HRA|MHRA|NICE|UCL|UCLH|IHI|ICO|SAFEHR|GOSH|CogStack|organiser)\b/i;

/** Postcodes of the places where this community works and meets. Source: the public addresses of UCL and UCLH. */
const OURS = new Set(['NW12DA', 'NW12PG', 'NW12BU', 'WC1E6BT', 'WC1E6DE', 'WC1E6JF', 'WC1N3BG', 'NW12BE', 'W1T7NF']);

/** Words just before an address that speak of one person, and not of patients in general. */
const SOMEBODY =
  /\b(?:mr|mrs|miss|ms|mstr|he|she|his|her|him|pt|wife|husband|daughter|son|mother|father|mum|dad|carer|d\.?o\.?b|date of birth|nhs (?:no|number)|mrn|hosp(?:ital)? (?:no|number))\b|\b(?:the|this|our|a) patient\b|\bpatient(?:'s)?[ ]?(?:[:,=]|name|address|post ?code)|\bpatient\b[^\n]{0,12}$/i;

const HOME =
  /\b(?:lives|living|resides|residing|home address|address|(?:discharged|returned|transferred|conveyed|sent home|taken home) to|d\/c to|home is|home at|next of kin|nok|from home at|stays at|moved to|residence)\b[^.\n]{0,30}$/i;

/** What stands before a private street: one of these words, and so little more that the street must be meant. */
const LIVES = /\b(?:lives|living at|resides at|home address|patient(?:'s)? address)/i;
const LIVES_HERE =
  /\b(?:lives[^.\n]{0,36}(?: at| in)|living at|resides at|home address(?: is)?|patient(?:'s)? address|lives)[ :="'|*-]{0,6}$/i;

const NAMED_POSTCODE = /\bpost ?-?_?code["']?[ ]{0,2}[:=|is]{0,2}[ ]{0,3}["']?$/i;

export const addresses = ({ text }: Reading): Finding[] => {
  const found: Finding[] = [];
  for (const { 0: postcode, index } of matchesOf(text, POSTCODE, INWARD)) {
    const end = index + postcode.length;
    const nearby = sameParagraphBefore(text, index, 110);
    const houses = [...nearby.matchAll(HOUSE), ...nearby.matchAll(CAPITALISED_HOUSE)];
    const first = houses.length > 0 ? Math.min(...houses.map((house) => house.index)) : undefined;
    const bare = NUMBER_AND_POSTCODE.exec(nearby);
    const named = NAMED_POSTCODE.test(nearby);
    if (first === undefined && !bare && !named) continue;
    const start = first !== undefined ? index - nearby.length + first : index;
    if (OURS.has(postcode.replace(/\s/g, '').toUpperCase())) continue;
    const around = sameParagraphBefore(text, start, 90);
    const isPrivate = SOMEBODY.test(around) || HOME.test(around);
    const between = text.slice(start, index);
    if (
      first === undefined &&
      !(bare && postcode === postcode.toUpperCase()) &&
      !isPrivate &&
      !SOMEBODY.test(sameParagraphAfter(text, end, 60))
    )
      continue;
    if (!isPrivate && INSTITUTION.test(`${around} ${between} ${sameParagraphAfter(text, end, 40)}`)) continue;
    if (isPrivate && /\b(?:hospital|university|college|institute|surgery|clinic|nhs trust)\b[^.\n]{0,30}$/i.test(around))
      continue;
    found.push({ rule: 'address', start, end });
  }
  for (const { 0: house, index } of matchesOf(text, HOUSE, LIVES)) {
    if (!LIVES_HERE.test(before(text, index, 50))) continue;
    if (/^\d+ (?:years?|days?|weeks?|months?|minutes|miles)/i.test(house)) continue;
    found.push({ rule: 'address', start: index, end: index + house.length });
  }
  return found;
};
