/** What the forms ask of the site: its entries, the names that are taken, and who agreed to be named. */
import { getCollection } from 'astro:content';
import { isUnconfirmed } from '../fields.ts';
import { MADE } from '../check/site-pages.ts';
import type { Surroundings } from './judge.ts';
import { kindNames, kindOf } from './kinds.ts';

const COLLECTIONS = {
  'content/contacts': 'contacts',
  'content/glossary': 'glossary',
  'content/guide': 'guide',
  'content/projects': 'projects',
  'content/meetups/series': 'series',
  'content/meetups/sessions': 'sessions',
} as const;

export interface ListedEntry {
  folder: string;
  id: string;
  data: object;
}

let all: Promise<ListedEntry[]> | undefined;

/** Every entry that a form can write or refer to. Read once per build. */
export const listEntries = (): Promise<ListedEntry[]> =>
  (all ??= Promise.all(
    Object.entries(COLLECTIONS).map(async ([folder, name]) =>
      (await getCollection(name)).map(({ id, data }) => ({ folder, id, data: data as object })),
    ),
  ).then((lists) => lists.flat()));

const ROUTES = Object.keys(import.meta.glob('../pages/*/*.astro')).map((file) => file.replace(/^\.\.\/pages(.*)\.astro$/, '$1'));

/** The names below an address that the site itself uses, such as `all` below `/guide/`. */
const madeBelow = (path: string): string[] =>
  [...ROUTES, ...MADE].flatMap((page) => new RegExp(`^${path}([a-z0-9-]+)/?$`).exec(page)?.[1] ?? []);

/** Where the entries of a folder are served: sessions and series share an address. */
const servedAt = (folder: string): string => `/${folder.split('/')[1] ?? ''}/`;

/** What the form of each kind must know. Only names and addresses that the site prints anyway. */
export const surroundings = async (): Promise<Record<string, Surroundings>> => {
  const entries = await listEntries();
  const people = entries.filter(({ folder }) => folder === 'content/contacts').map(({ data }) => data as Record<string, unknown>);
  const texts = (field: string) =>
    people.map((one) => one[field]).filter((text): text is string => typeof text === 'string' && !isUnconfirmed(text));
  const known = { names: texts('name'), emails: texts('email') };
  return Object.fromEntries(
    kindNames.map((kind) => {
      const path = servedAt(kindOf(kind).folder);
      const taken = entries.filter(({ folder }) => servedAt(folder) === path).map(({ id }) => id);
      return [kind, { taken: [...taken, ...madeBelow(path)], known }];
    }),
  );
};
