/** What pages ask about contacts. */
import { getCollection, type CollectionEntry } from 'astro:content';

export type Contact = CollectionEntry<'contacts'>;

/** All contacts, people first, by name. */
export const listContacts = async (): Promise<Contact[]> =>
  (await getCollection('contacts')).toSorted(
    (a, b) => b.data.kind.localeCompare(a.data.kind) || a.data.name.localeCompare(b.data.name, 'en'),
  );

/**
 * The contacts with these ids, in this order.
 *
 * @throws when there is none by one of the names; the checker says so earlier and with the line.
 */
export const contactsByIds = async (ids: readonly string[]): Promise<Contact[]> => {
  const all = new Map((await getCollection('contacts')).map((contact) => [contact.id, contact]));
  return ids.map((id) => {
    const contact = all.get(id);
    if (!contact)
      throw new Error(`There is no contact called "${id}" in content/contacts/. There are: ${[...all.keys()].join(', ')}.`);
    return contact;
  });
};

/** The printed name of each organisation, by its id. */
export const organisationNames = async (): Promise<Map<string, string>> =>
  new Map((await listContacts()).filter(({ data }) => data.kind === 'organisation').map(({ id, data }) => [id, data.name]));
