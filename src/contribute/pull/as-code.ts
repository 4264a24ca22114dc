/** Texts of others in Markdown. */

/** Signs that are not seen, turn a line around, or end it. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\s]+/gu;

/**
 * A text that somebody else wrote, as code on one line: there GitHub makes no name, link, picture, tag or number of an issue out of
 * it. What is longer than `most` characters is cut.
 */
export const asCode = (text: string, most: number): string => {
  // A long run of backticks would make the marks around it as long.
  const flat = text.toWellFormed().replaceAll(UNSEEN, ' ').replaceAll(/`{4,}/g, '```').trim();
  const signs = [...flat];
  const line = signs.length > most ? `${signs.slice(0, most).join('')}…` : flat;
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${line || '…'} ${fence}`;
};
