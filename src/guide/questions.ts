/** What pages ask about the guide. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { parts, type Part } from './schema.ts';

export type GuidePage = CollectionEntry<'guide'>;

let all: Promise<GuidePage[]> | undefined;

/** The pages in reading order. Read once per build: thousands of pages ask for it. */
export const listGuide = (): Promise<GuidePage[]> =>
  (all ??= getCollection('guide').then((pages) =>
    pages.toSorted((a, b) => a.data.order - b.data.order || a.data.title.localeCompare(b.data.title, 'en')),
  ));

/** The parts of the guide that have pages, in order. */
export const guideParts = async (): Promise<{ part: Part; pages: GuidePage[] }[]> => {
  const pages = await listGuide();
  return parts
    .map((part) => ({ part, pages: pages.filter(({ data }) => data.part === part) }))
    .filter(({ pages }) => pages.length > 0);
};

/** How many neighbours on each side the navigation names. A sidebar that lists everything makes the output quadratic. */
const NEIGHBOURS = 10;

export interface Neighbourhood {
  previous: GuidePage | undefined;
  next: GuidePage | undefined;
  /** The pages around this one, in reading order, this one among them. */
  around: GuidePage[];
}

let places: Map<string, number> | undefined;

/** What stands before, after and around a page. */
export const neighbourhood = async (id: string): Promise<Neighbourhood> => {
  const pages = await listGuide();
  places ??= new Map(pages.map((page, index) => [page.id, index]));
  const place = places.get(id) ?? -1;
  const from = Math.max(0, Math.min(place - NEIGHBOURS, pages.length - 2 * NEIGHBOURS - 1));
  return { previous: pages[place - 1], next: pages[place + 1], around: pages.slice(from, from + 2 * NEIGHBOURS + 1) };
};

/** The title of each page, by its id. */
export const guideTitles = async (): Promise<Map<string, string>> =>
  new Map((await listGuide()).map(({ id, data }) => [id, data.title]));
