/** The collections. Their schemas live in the rooms; that references exist is checked by `src/check`, before any build. */
import { defineCollection } from 'astro:content';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import type { z } from 'astro/zod';
import { readPageFile } from './authoring/read.ts';
import { contactSchema } from './contacts/schema.ts';
import { glossarySchema } from './glossary/schema.ts';
import { guideSchema } from './guide/schema.ts';
import { seriesSchema, sessionSchema } from './meetups/schema.ts';
import { pageSchema } from './plain/schema.ts';
import { projectSchema } from './projects/schema.ts';

/** Reads a file for `glob`: its fields and its text. No module is made of it; pages compile the text (authoring/text.ts). */
const mdx = {
  extensions: ['.mdx'],
  getEntryInfo: ({ contents }: { contents: string }) => {
    const { data, body, raw } = readPageFile(contents);
    return { data, body, slug: '', rawData: raw };
  },
};

const mdxFiles = (base: string): Loader => {
  const files = glob({ pattern: '*.mdx', base, generateId: ({ entry }) => entry.replace(/\.mdx$/, '') });
  // How to read a kind of file is something that `glob` finds in its context; the types of Astro do not show it.
  const load = (context: LoaderContext) => files.load(Object.assign(context, { entryTypes: new Map([['.mdx', mdx]]) }));
  return { name: 'mdx-files', load };
};

/** One MDX file per entry, directly in its folder; the file name is the id. */
const folder = <T extends z.ZodType>(name: string, schema: T) =>
  defineCollection({ loader: mdxFiles(`./content/${name}`), schema });

export const collections = {
  contacts: folder('contacts', contactSchema()),
  glossary: folder('glossary', glossarySchema()),
  guide: folder('guide', guideSchema()),
  pages: folder('pages', pageSchema()),
  projects: folder('projects', projectSchema()),
  series: folder('meetups/series', seriesSchema()),
  sessions: folder('meetups/sessions', sessionSchema()),
};
