/** The folders of `content/`, each with the schema of its entries and the address they are served at. */
import type { z } from 'astro/zod';
import { contactSchema } from '../contacts/schema.ts';
import type { Refs } from '../fields.ts';
import { glossarySchema } from '../glossary/schema.ts';
import { guideSchema } from '../guide/schema.ts';
import { seriesSchema, sessionSchema } from '../meetups/schema.ts';
import { pageSchema } from '../plain/schema.ts';
import { projectSchema } from '../projects/schema.ts';

export interface Room {
  folder: string;
  schema: (refs: Refs) => z.ZodType;
  /** The site path of an entry. Two entries of the whole site may not share one. */
  path: (id: string) => string;
}

export const rooms: readonly Room[] = [
  { folder: 'content/contacts', schema: contactSchema, path: (id) => `/contacts/${id}/` },
  { folder: 'content/glossary', schema: glossarySchema, path: (id) => `/glossary/#${id}` },
  { folder: 'content/guide', schema: guideSchema, path: (id) => `/guide/${id}/` },
  { folder: 'content/meetups/series', schema: seriesSchema, path: (id) => `/meetups/${id}/` },
  { folder: 'content/meetups/sessions', schema: sessionSchema, path: (id) => `/meetups/${id}/` },
  { folder: 'content/pages', schema: pageSchema, path: (id) => `/${id}/` },
  { folder: 'content/projects', schema: projectSchema, path: (id) => `/projects/${id}/` },
];

/** Site paths that the site makes itself; an entry may not take one. */
export const reservedPaths: ReadonlySet<string> = new Set(
  [
    '',
    'projects',
    'guide',
    'meetups',
    'contacts',
    'glossary',
    'a-to-z',
    'to-be-confirmed',
    '404',
    'og',
    'assets',
    'pagefind',
    'guide/all',
    'pathway',
    'pathway/table',
  ].map((path) => (path ? `/${path}/` : '/')),
);
