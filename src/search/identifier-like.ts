/** Whether a query looks like a patient's identifier. Such a query is searched for nowhere and put into no address. */
import { nationalInsuranceNumbers, nhsNumbers, recordNumbers } from '../check/identifiers/numbers.ts';
import type { Reading } from '../check/identifiers/types.ts';

/** Seven digits and more, however they are parted: long enough for a hospital number, and no word of this site. */
const LONG_NUMBER = /(?<![A-Za-z\d])\d(?:[ ./-]?\d){6,}/;

/** Days of this site's own time, such as that of a session. */
const RECENT_DAY = /\b20[2-9]\d-\d\d-\d\d\b/g;

/** The two clinical safety standards, asked for in one breath. */
const STANDARDS = /\bdcb\W?(?:0129|0160)\W{1,3}(?:0129|0160)\b/gi;

/** Numbers of registries and papers, which people do look up. */
const REGISTERED = /\b(?:nct|isrctn|pmid|pmc|doi|isbn|arxiv|iras)\b|\b(?:nct|isrctn)\d|10\.\d{4,9}\//i;

const BIRTH = /\b(?:dob|d\.o\.b\.?|date of birth|born(?: on)?)\b\W{0,3}\d{1,4}[-./ ]/i;

export const looksLikeIdentifier = (query: string): boolean => {
  const text = query.slice(0, 1000);
  const reading: Reading = { text, tabbed: text, known: { emails: [], phones: [], names: [] } };
  return (
    BIRTH.test(text) ||
    [nhsNumbers, recordNumbers, nationalInsuranceNumbers].some((rule) => rule(reading).length > 0) ||
    (LONG_NUMBER.test(text.replaceAll(RECENT_DAY, '').replaceAll(STANDARDS, '')) && !REGISTERED.test(text))
  );
};
