/** The folders of `content/`, each with the schema of its entries and the address they are served at. */
import { z } from 'astro/zod';
import { contactSchema } from '../contacts/schema.ts';
import { looseRefs, type Refs } from '../fields.ts';
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
  /** The ids that the layout gives its own headings, besides those of the text. */
  anchors: readonly string[];
}

/** Every page has this one: where "Skip to the text" leads. */
const BASE = ['main'];

export const rooms: readonly Room[] = [
  {
    folder: 'content/contacts',
    schema: contactSchema,
    path: (id) => `/contacts/${id}/`,
    anchors: [...BASE, 'projects', 'sources'],
  },
  { folder: 'content/glossary', schema: glossarySchema, path: (id) => `/glossary/#${id}`, anchors: BASE },
  {
    folder: 'content/guide',
    schema: guideSchema,
    path: (id) => `/guide/${id}/`,
    citesAll: true,
    anchors: [...BASE, 'checklist', 'sources', 'examples', 'ask'],
  },
  { folder: 'content/meetups/series', schema: seriesSchema, path: (id) => `/meetups/${id}/`, anchors: [...BASE, 'ask'] },
  { folder: 'content/meetups/sessions', schema: sessionSchema, path: (id) => `/meetups/${id}/`, anchors: BASE },
  { folder: 'content/pages', schema: pageSchema, path: (id) => `/${id}/`, anchors: BASE },
  {
    folder: 'content/projects',
    schema: projectSchema,
    path: (id) => `/projects/${id}/`,
    anchors: [...BASE, 'evidence', 'cite', 'sources'],
  },
];

let names: ReadonlySet<string> | undefined;

/** The name of every field that any file may have. */
export const fieldNames = (): ReadonlySet<string> =>
  (names ??= new Set([...rooms.map((room) => room.schema(looseRefs)), settingsSchema()].flatMap(allFields)));
