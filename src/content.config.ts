/** The collections. Their schemas live in the rooms; that references exist is checked by `src/check`, before any build. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import type { z } from 'astro/zod';
import { contactSchema } from './contacts/schema.ts';
import { glossarySchema } from './glossary/schema.ts';
import { guideSchema } from './guide/schema.ts';
import { seriesSchema, sessionSchema } from './meetups/schema.ts';
import { pageSchema } from './plain/schema.ts';
import { projectSchema } from './projects/schema.ts';

/** One MDX file per entry, directly in its folder; the file name is the id. */
const folder = <T extends z.ZodType>(name: string, schema: T) =>
  defineCollection({
    loader: glob({ pattern: '*.mdx', base: `./content/${name}`, generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
    schema,
  });

export const collections = {
  contacts: folder('contacts', contactSchema()),
  glossary: folder('glossary', glossarySchema()),
  guide: folder('guide', guideSchema()),
  pages: folder('pages', pageSchema()),
  projects: folder('projects', projectSchema()),
  series: folder('meetups/series', seriesSchema()),
  sessions: folder('meetups/sessions', sessionSchema()),
};
