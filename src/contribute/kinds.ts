/** The kinds of entry that the browser form writes. The schemas are loaded one by one, so that a page carries only its own. */
import type { z } from 'astro/zod';
import type { Refs } from '../fields.ts';

export interface Kind {
  /** What an entry is called in a sentence, with its article. */
  thing: string;
  /** What the page says that one can do. */
  heading: string;
  /** One sentence: who needs this form, and when. */
  about: string;
  folder: string;
  schema: () => Promise<(refs?: Refs) => z.ZodType>;
  /** The field from which the file is named, and one that stands before it. */
  named: string;
  dated?: string;
  /** What the text below the fields is for; without it, an entry is its fields alone. */
  text?: string;
  /** Whether every source that is listed must be cited in the text. */
  citesAll?: boolean;
}

export const kinds = {
  project: {
    thing: 'a project',
    heading: 'List a project',
    about: 'For a study or a resource that others should find. Short answers do, and “to be confirmed” is one.',
    folder: 'content/projects',
    schema: async () => (await import('../projects/schema.ts')).projectSchema,
    named: 'title',
    text: 'What a reader should know beyond the fields: what it is, what was learnt, how to take part.',
  },
  session: {
    thing: 'a meet-up session',
    heading: 'Announce a meet-up session',
    about: 'For one meeting with a subject: a talk, a paper for the journal club, a demonstration.',
    folder: 'content/meetups/sessions',
    schema: async () => (await import('../meetups/schema.ts')).sessionSchema,
    named: 'title',
    dated: 'date',
    text: 'What will be shown, for whom, and how to prepare.',
  },
  contact: {
    thing: 'a contact',
    heading: 'Add a contact',
    about: 'For a person or an organisation that others can ask, and who agreed to be listed.',
    folder: 'content/contacts',
    schema: async () => (await import('../contacts/schema.ts')).contactSchema,
    named: 'name',
    text: 'One or two sentences in their own words: what they work on, and what they are glad to be asked.',
  },
  term: {
    thing: 'a glossary entry',
    heading: 'Explain a term',
    about: 'For a word or an abbreviation that a reader of this site will not know.',
    folder: 'content/glossary',
    schema: async () => (await import('../glossary/schema.ts')).glossarySchema,
    named: 'term',
  },
  guide: {
    thing: 'a guide page',
    heading: 'Write a guide page',
    about: 'For a step of a study that the guide does not explain yet. A new page begins as a draft.',
    folder: 'content/guide',
    schema: async () => (await import('../guide/schema.ts')).guideSchema,
    named: 'title',
    text: 'The page itself. Begin its headings with ##.',
    citesAll: true,
  },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;

export const kindNames = Object.keys(kinds) as KindName[];

export const kindOf = (name: KindName): Kind => kinds[name];

/** The site path of a form. */
export const formPath = (kind: KindName | 'correction'): string => `/contribute/new/${kind}/`;

/** Every form, for whoever has to know all pages. */
export const formPaths: readonly string[] = [...kindNames.map((kind) => formPath(kind)), formPath('correction')];

/** Where a change to a page is suggested: in the form of its entry, filled in, or in the form for corrections, which names the page. */
export const changePath = (file: string, page: string): string => {
  const [, folder, id] = /^(.*)\/([^/]+)\.mdx$/.exec(file) ?? [];
  const kind = kindNames.find((name) => kinds[name].folder === folder);
  return kind && id !== undefined
    ? `${formPath(kind)}?entry=${id}`
    : `${formPath('correction')}?page=${encodeURIComponent(page)}`;
};
