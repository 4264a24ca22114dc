/** References that know every entry: a name that does not exist is a problem of its own kind. */
import { z } from 'astro/zod';
import { entryName, type Refs } from '../fields.ts';
import type { Content, Entry } from './read.ts';

/** What people call an entry: the name or the title that it has on the site. */
const printedName = ({ data, id }: Entry): string => {
  const { name, title } = (data ?? {}) as { name?: unknown; title?: unknown };
  return typeof name === 'string' ? name : typeof title === 'string' ? title : id;
};

/** The schemas for "an existing entry of this collection", for all entries of the site. Built once. */
export const refsTo = ({ entries }: Content): Refs => {
  const existing = (folder: string, what: string, fits: (entry: Entry) => boolean = () => true) => {
    const there = entries.filter((entry) => entry.room.folder === folder && fits(entry));
    const names = there.map(({ id }) => id);
    const titles = new Map(there.map((entry) => [printedName(entry).toLowerCase(), entry.id]));
    const known = new Set(names);
    return z.string({ error: 'Name an entry by its file name without .mdx.' }).superRefine((name, context) => {
      if (known.has(name)) return;
      const malformed = entryName.safeParse(name).error?.issues[0]?.message;
      const listed = names.length > 12 ? `${names.slice(0, 12).join(', ')} and ${names.length - 12} more` : names.join(', ');
      const message = malformed ?? `There is no ${what} called "${name}" in ${folder}/. There are: ${listed || 'none yet'}.`;
      context.addIssue({ code: 'custom', message, params: { reference: malformed === undefined, names, titles } });
    });
  };
  // A contact that cannot be read is reported itself; it may well be an organisation.
  const isOrganisation = ({ data }: Entry) => data === undefined || (data as { kind?: unknown }).kind === 'organisation';
  return {
    contact: existing('content/contacts', 'contact'),
    organisation: existing('content/contacts', 'organisation', isOrganisation),
    project: existing('content/projects', 'project'),
    guide: existing('content/guide', 'guide page'),
    series: existing('content/meetups/series', 'series'),
  };
};
