/** What pages ask about the glossary. */
import { getCollection, type CollectionEntry } from 'astro:content';

export type Term = CollectionEntry<'glossary'>;

/** All terms in alphabetical order, whatever their capitals. */
export const listTerms = async (): Promise<Term[]> =>
  (await getCollection('glossary')).toSorted((a, b) => a.data.term.localeCompare(b.data.term, 'en'));
