/**
 * Finds passages that state a figure or name a rule without a mark of a source in them. Whether such a passage is a statement of fact,
 * a sum of our own or advice only a reader can tell, so they are listed and not counted as faults.
 */

/** A figure of two digits or more, a share, or the name of a law, a standard or an authority. */
const FACTUAL = /\d{2,}|%|\b(?:Act|Article|GDPR|Regulations?|DCB\d+|DTAC|DSPT|MHRA|HRA|ICO|NICE|[Ss]ection \d+)\b/;

/** Words by which a passage says that it is ours, or open. */
const OURS = /\b(?:our|we|ours|invented|to be confirmed|no source)\b/i;

const MARK = /<Source\s/;

export interface Passage {
  /** Where it begins in the text. */
  offset: number;
  /** Its first words, on one line. */
  words: string;
}

/** What a reader sees of a passage, without code, without where links lead, and without the sign of a list. */
const plain = (text: string): string =>
  text
    .replace(/`[^`]*`/g, ' ')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/^\s*(?:[-*]|\d+\.)\s/, '');

/** Code, and callouts that say themselves that they are open, blanked so that every offset stays. */
const blanked = (body: string): string =>
  body.replace(/^(`{3,}|~{3,})[\s\S]*?^\1|<Callout kind="unconfirmed"[\s\S]*?<\/Callout>/gm, (text) =>
    text.replace(/[^\n]/g, ' '),
  );

/** The paragraphs, items of lists and tables of a text, in order. */
const passages = (body: string): Passage[] =>
  [...blanked(body).matchAll(/\S[^\n]*(?:\n(?!\s*(?:[-*]\s|\d+\.\s))[^\n]*\S[^\n]*)*/g)].map(({ 0: words, index }) => ({
    offset: index,
    words,
  }));

/** Every passage of a text that states something factual and marks no source. A table is covered by a mark in the passage above it. */
export const unsourced = (body: string): Passage[] => {
  const all = passages(body);
  return all
    .filter(({ words }, index) => {
      const covered = MARK.test(words) || (/^\s*\|/.test(words) && MARK.test(all[index - 1]?.words ?? ''));
      const text = plain(words);
      return !covered && !/^\s*#/.test(words) && FACTUAL.test(text) && !OURS.test(text);
    })
    .map(({ offset, words }) => ({ offset, words: words.replace(/\s+/g, ' ').trim() }));
};
