/** The collections. Their schemas live in the rooms; that references exist is checked by `src/check`, before any build. */
// `astro:content` exports the same function along with all that renders pages, which takes half a second to load.
import { defineCollection } from 'astro/content/config';
import type { z } from 'astro/zod';
import { contactSchema } from './contacts/schema.ts';
import { glossarySchema } from './glossary/schema.ts';
import { guideSchema } from './guide/schema.ts';
import { seriesSchema, sessionSchema } from './meetups/schema.ts';
import { pageSchema } from './plain/schema.ts';
import { projectSchema } from './projects/schema.ts';
import { mdxFiles } from './site/mdx-files.ts';

/** One MDX file per entry, directly in its folder; the file name is the id. */
const folder = <T extends z.ZodType>(name: string, schema: T) =>
  defineCollection({ loader: mdxFiles(`content/${name}`), schema });

export const collections = {
  contacts: folder('contacts', contactSchema()),
  glossary: folder('glossary', glossarySchema()),
  guide: folder('guide', guideSchema()),
  pages: folder('pages', pageSchema()),
  projects: folder('projects', projectSchema()),
  series: folder('meetups/series', seriesSchema()),
  sessions: folder('meetups/sessions', sessionSchema()),
};
