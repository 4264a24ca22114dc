/**
 * The patient-identifier guard: finds what looks like a patient's identifier, or like a secret, in any text. It needs nothing
 * but the language itself, so that the same rules run in Node and in a browser.
 */
import { emailAddresses, phoneNumbers } from './contact-details.ts';
import { agesOverEightyNine, datesOfBirth } from './dates-and-ages.ts';
import { clinicalLetters } from './letters.ts';
import { patientNames } from './names.ts';
import { nationalInsuranceNumbers, nhsNumbers, passportNumbers, recordNumbers } from './numbers.ts';
import { addresses } from './places.ts';
import { plainOfText } from './plain.ts';
import { secrets } from './secrets.ts';
import { columns, messages } from './tables.ts';
import type { Finding, Known, Rule } from './types.ts';

export { placesIn } from './plain.ts';
export { identifierRules, LIMITS_OF_THE_GUARD, messageOf, type IdentifierRuleId } from './rules.ts';
export type { Finding, Known } from './types.ts';

/** The surest first: where two find the same place, the first one says what it is. */
const RULES: readonly Rule[] = [
  secrets,
  nhsNumbers,
  nationalInsuranceNumbers,
  passportNumbers,
  datesOfBirth,
  emailAddresses,
  recordNumbers,
  columns,
  messages,
  phoneNumbers,
  addresses,
  patientNames,
  agesOverEightyNine,
  clinicalLetters,
];

const NOBODY: Known = { emails: [], phones: [], names: [] };

/**
 * Every place in `text` that looks like an identifier, in order. Two findings never overlap, except that a clinical letter
 * begins where it begins. A finding says where and what kind, and never what stands there.
 */
export const findIdentifiers = (text: string, options: { known?: Partial<Known> } = {}): Finding[] => {
  const plain = plainOfText(text);
  const reading = { text: plain.text, tabbed: plain.tabbed, known: { ...NOBODY, ...options.known } };
  const found: Finding[] = [];
  const taken = new Uint8Array(text.length);
  for (const rule of RULES) {
    for (const { rule: id, start, end } of rule(reading)) {
      const from = plain.origin(start);
      const to = Math.max(plain.origin(end - 1), from) + 1;
      // A letter holds other identifiers, and is more than any of them.
      if (id !== 'clinical-letter' && taken.subarray(from, to).includes(1)) continue;
      taken.fill(1, from, to);
      found.push({ rule: id, start: from, end: to });
    }
  }
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end);
};
