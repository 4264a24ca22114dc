/** Every address of the site and every place on its pages, as the build will make them. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { facetsOf, type Listing } from '../projects/facets.ts';
import { projectSchema, type ProjectData } from '../projects/schema.ts';
import type { Content, Entry } from './read.ts';
import { dynamicFiles, sitePages } from './site-pages.ts';
import type { Text } from './text.ts';

export interface SiteMap {
  /** Whether an address leads somewhere: a page (which ends with a slash) or a file. */
  has: (path: string) => boolean;
  /** The ids on a page, or undefined where they cannot be known from the content. */
  anchors: (path: string) => ReadonlySet<string> | undefined;
  /** Every page, for "did you mean". */
  pages: () => readonly string[];
}

const GLOSSARY = '/glossary/';

const publicFiles = (root: string): string[] =>
  existsSync(join(root, 'public'))
    ? readdirSync(join(root, 'public'), { recursive: true, withFileTypes: true })
        .filter((found) => found.isFile())
        .map((found) => `${found.parentPath}/${found.name}`.slice(join(root, 'public').length).replaceAll('\\', '/'))
    : [];

/** The pages that narrow the list of projects, such as `/projects/stage/idea/`. */
const facetPages = (entries: readonly Entry[]): string[] => {
  const schema = projectSchema();
  const projects = entries
    .filter(({ room }) => room.folder === 'content/projects')
    .flatMap(({ id, data }): Listing[] => {
      const parsed = schema.safeParse(data);
      return parsed.success ? [{ id, data: parsed.data as ProjectData }] : [];
    });
  const names = new Map(
    entries
      .filter(({ room }) => room.folder === 'content/contacts')
      .map(({ id, data }) => [id, String((data as { name?: unknown } | undefined)?.name ?? id)]),
  );
  return facetsOf(projects, names).flatMap(({ name, choices }) => choices.map(({ slug }) => `/projects/${name}/${slug}/`));
};

const dataOf = ({ data }: Entry): Readonly<Record<string, unknown>> => (data ?? {}) as Record<string, unknown>;

/** The ids of the projects that name an entry, as contact, organisation or page of the guide. */
const naming = (entries: readonly Entry[], { id, room }: Entry): string[] => {
  const fields = room.folder === 'content/guide' ? ['guide'] : ['contacts', 'organisations'];
  const names = (entry: Entry, field: string): boolean => {
    const listed = dataOf(entry)[field];
    return Array.isArray(listed) && listed.includes(id);
  };
  return entries
    .filter((entry) => entry.room.folder === 'content/projects' && fields.some((field) => names(entry, field)))
    .map((project) => project.id);
};

/** Maps the site. `textOf` gives the text of an entry. */
export const mapSite = (root: string, { entries }: Content, textOf: (entry: Entry) => Text): SiteMap => {
  const byPath = new Map(entries.map((entry) => [entry.room.path(entry.id), entry]));
  const terms = new Set(entries.filter(({ room }) => room.path('x').startsWith(`${GLOSSARY}#`)).map(({ id }) => id));
  const files = new Set(publicFiles(root));
  const made = sitePages();
  let facets: ReadonlySet<string> | undefined;
  const known = new Map<string, ReadonlySet<string>>();
  const isPage = (path: string): boolean =>
    byPath.has(path) ||
    made.has(path) ||
    (/^\/projects\/[^/]+\/[^/]+\/$/.test(path) && (facets ??= new Set(facetPages(entries))).has(path));
  return {
    has: (path) => isPage(path) || files.has(path) || dynamicFiles().some((pattern) => pattern.test(path)),
    anchors: (path) => {
      if (path === GLOSSARY) return terms;
      const entry = byPath.get(path);
      if (!entry) return undefined;
      const own = textOf(entry).headings.map(({ slug }) => slug);
      const ids = known.get(path) ?? new Set([...own, ...entry.room.anchors(dataOf(entry), naming(entries, entry))]);
      known.set(path, ids);
      return ids;
    },
    pages: () => [...byPath.keys(), ...made, ...(facets ??= new Set(facetPages(entries)))].filter((path) => path.endsWith('/')),
  };
};
