/** Turns "what to ask each contact" round into "whom to ask about each subject". */
import type { ContactData } from './schema.ts';

interface Named {
  id: string;
  data: Pick<ContactData, 'name' | 'askAbout'>;
}

export interface Subject {
  subject: string;
  names: { id: string; name: string }[];
}

/** The subjects in alphabetical order, each with those to ask. Two spellings that differ only in capitals are one subject. */
export const contactSubjects = (contacts: readonly Named[]): Subject[] => {
  const subjects = new Map<string, Subject>();
  for (const { id, data } of contacts) {
    for (const subject of data.askAbout) {
      const key = subject.toLowerCase();
      const found = subjects.get(key) ?? { subject, names: [] };
      if (!found.names.some((named) => named.id === id)) found.names.push({ id, name: data.name });
      subjects.set(key, found);
    }
  }
  return [...subjects.values()].toSorted((a, b) => a.subject.localeCompare(b.subject, 'en'));
};
