/** Why an entry answers a query, where its title does not say it. */
import { headingsOf, otherNames, type Entry } from './small-format.ts';
import { contentKeys } from './understand.ts';

export interface Reason {
  /** The section that holds more of the query than the title does. */
  heading?: readonly [id: string, text: string];
  /** A keyword that has a word of the query, where nothing else that is shown has one. */
  keyword?: string;
}

/** The reason to show for an entry that answers a query for words with these keys; nothing where what is shown says it. */
export const reasonFor = (entry: Entry, wanted: ReadonlySet<string>): Reason => {
  const title = new Set(contentKeys(entry.title));
  let most = 0;
  let heading: Reason['heading'];
  for (const one of headingsOf(entry)) {
    const found = contentKeys(one[1]).filter((key) => wanted.has(key) && !title.has(key)).length;
    if (found > most) [most, heading] = [found, one];
  }
  if (heading) return { heading };
  const has = (text: string) => contentKeys(text).some((key) => wanted.has(key));
  if (has([entry.title, entry.about ?? '', ...otherNames(entry)].join(' '))) return {};
  const keyword = entry.keywords?.split(', ').find(has);
  return keyword ? { keyword } : {};
};
