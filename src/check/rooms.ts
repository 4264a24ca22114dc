/** The folders of `content/`, each with the schema of its entries and the address they are served at. */
import { z } from 'astro/zod';
import { contactSchema } from '../contacts/schema.ts';
import { isUnconfirmed, looseRefs, type Refs } from '../fields.ts';
import { glossarySchema } from '../glossary/schema.ts';
import { guideSchema } from '../guide/schema.ts';
import { seriesSchema, sessionSchema } from '../meetups/schema.ts';
import { pageSchema } from '../plain/schema.ts';
import { projectSchema } from '../projects/schema.ts';
import { settingsSchema } from '../site/settings.ts';
import { allFields } from './schema-tree.ts';

export interface Room {
  folder: string;
  schema: (refs: Refs) => z.ZodType;
  /** The site path of an entry. Two entries of the whole site may not share one. */
  path: (id: string) => string;
  /** Whether every source that an entry lists must be cited in its text. */
  citesAll?: boolean;
  /**
   * The ids that the layout gives its own headings, besides those of the text.
   *
   * @param named the ids of the projects that name this entry.
   */
  anchors: (data: Data, named: readonly string[]) => string[];
}

type Data = Readonly<Record<string, unknown>>;

/** Every page has this one: where "Skip to the text" leads. */
const always = (): string[] => ['main'];

const filled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

const when = (id: string, there: boolean): string[] => (there ? [id] : []);

const sourced = ({ sources }: Data): string[] => when('sources', filled(sources));

export const rooms: readonly Room[] = [
  {
    folder: 'content/contacts',
    schema: contactSchema,
    path: (id) => `/contacts/${id}/`,
    anchors: (data, named) => [...always(), ...when('projects', named.length > 0), ...sourced(data)],
  },
  { folder: 'content/glossary', schema: glossarySchema, path: (id) => `/glossary/#${id}`, anchors: always },
  {
    folder: 'content/guide',
    schema: guideSchema,
    path: (id) => `/guide/${id}/`,
    citesAll: true,
    anchors: (data, named) => [
      ...always(),
      'ask',
      ...when('checklist', filled(data.checklist)),
      ...when('examples', named.length > 0),
      ...sourced(data),
    ],
  },
  {
    folder: 'content/meetups/series',
    schema: seriesSchema,
    path: (id) => `/meetups/${id}/`,
    anchors: ({ rule, firstDate }) => [
      ...always(),
      'ask',
      ...when('calendar', !isUnconfirmed(rule) && !isUnconfirmed(firstDate)),
    ],
  },
  {
    folder: 'content/meetups/sessions',
    schema: sessionSchema,
    path: (id) => `/meetups/${id}/`,
    anchors: (data) => [...always(), ...when('cite', data.citation !== undefined)],
  },
  { folder: 'content/pages', schema: pageSchema, path: (id) => `/${id}/`, anchors: always },
  {
    folder: 'content/projects',
    schema: projectSchema,
    path: (id) => `/projects/${id}/`,
    anchors: (data) => [...always(), 'evidence', ...when('cite', data.citation !== undefined), ...sourced(data)],
  },
];

let names: ReadonlySet<string> | undefined;

/** The name of every field that any file may have. */
export const fieldNames = (): ReadonlySet<string> =>
  (names ??= new Set([...rooms.map((room) => room.schema(looseRefs)), settingsSchema()].flatMap(allFields)));
