/**
 * Building blocks that the rooms' schemas share. Plain Zod: tests, the content checker and the contributor's form load this
 * file without Astro.
 */
import { z } from 'astro/zod';

/** What an author writes where nobody has confirmed the answer yet. It is shown as such, and gathered on one page. */
export const TO_BE_CONFIRMED = 'to be confirmed';

/** Accepts a value of `schema`, or the words "to be confirmed" in whatever capitals. */
export const confirmable = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim().toLowerCase() === TO_BE_CONFIRMED ? TO_BE_CONFIRMED : value),
    z.union([z.literal(TO_BE_CONFIRMED), schema]),
  );

/** Whether a field still waits for somebody's answer. */
export const isUnconfirmed = (value: unknown): value is typeof TO_BE_CONFIRMED => value === TO_BE_CONFIRMED;

/** YAML reads an unquoted day as a `Date` at midnight UTC; this turns it back into what was written. */
const asWritten = (value: unknown): unknown =>
  value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : value;

/** One line of text between `min` and `max` characters; `what` names it in the error message. */
export const line = (what: string, { min = 1, max = 200 }: { min?: number; max?: number } = {}) =>
  z.preprocess(
    asWritten,
    z
      .string({
        error: (issue) => (issue.input === undefined ? `Give ${what}.` : `Write ${what} as text, in quotes if need be.`),
      })
      .trim()
      .regex(/^[^\r\n]*$/, { error: `Write ${what} on one line.` })
      .min(min, { error: `Give ${what}${min > 1 ? `, at least ${min} characters` : ''}.` })
      .max(max, { error: (issue) => `Shorten ${what}: at most ${max} characters, this has ${String(issue.input).length}.` }),
  );

const dayError = 'Write the day as YYYY-MM-DD, for example 2026-04-19, and check that it exists in the calendar.';

/**
 * A calendar day as the plain text `YYYY-MM-DD`, never an instant. YAML may hand over a `Date` (midnight UTC), which is
 * turned back into its day. Slashes are refused, because 03/04 names two different days.
 */
export const day = z.preprocess(asWritten, z.iso.date({ error: dayError })).describe('A day, as YYYY-MM-DD.');

/** A day, a month (`2026-03`), a year, or `undated`: how precisely a publisher dates its own page. */
export const dated = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : asWritten(value)),
  z.union([z.literal('undated'), z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/), z.iso.date()], {
    error: "Write the publisher's own date as 2026-03-11, 2026-03 or 2026, or the word undated.",
  }),
);

/** The address of a page on the web. Only `https:` and `http:` are links; anything else could run code. */
export const webAddress = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'Give a full web address that starts with https://.' })
  .describe('A full web address that starts with https://.');

/** A fault that Zod found, with the path of its field. */
export type Issue = z.core.$ZodIssue;

/**
 * The faults that an author can act on: those of the last choice of a union (its first is always the words "to be confirmed"),
 * unless the union words its own.
 */
export const innerIssues = (issue: Issue, before: readonly PropertyKey[] = []): Issue[] => {
  const path = [...before, ...issue.path];
  if (issue.code === 'invalid_union' && issue.message === 'Invalid input') {
    const last = issue.errors.at(-1) ?? [];
    if (last.length > 0) return last.flatMap((inner) => innerIssues(inner, path));
  }
  return [{ ...issue, path }];
};

/** The name of another entry: its file name without `.mdx`. Whether that entry exists is checked by `Refs`. */
export const entryName = z.string({ error: 'Name an entry by its file name without .mdx.' }).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: (issue) => `"${String(issue.input)}" is no entry name: use its file name without .mdx, in lower case with hyphens.`,
});

/** The schemas that stand for "an existing entry of this collection". The checker passes ones that know every entry. */
export interface Refs {
  contact: z.ZodType<string>;
  organisation: z.ZodType<string>;
  project: z.ZodType<string>;
  guide: z.ZodType<string>;
  series: z.ZodType<string>;
}

/** References that only check the form of the name; used where the other entries are not at hand. */
export const looseRefs: Refs = {
  contact: entryName,
  organisation: entryName,
  project: entryName,
  guide: entryName,
  series: entryName,
};

/** How a source was read, in the order of trust. Anything below `in full` is marked on the page as to be verified. */
export const howRead = {
  'in full': 'read in full',
  'abstract': 'only the abstract was read',
  'excerpt only': 'only an excerpt was read; to be verified',
  'second-hand': "read in somebody else's account; to be verified",
  'not yet opened': 'from general knowledge; to be verified at this address',
} as const;

export type HowRead = keyof typeof howRead;

/** A choice from a closed list, whose error names the choices. */
export const oneOf = <const T extends readonly [string, ...string[]]>(choices: T, what: string) =>
  z.enum(choices, {
    error: (issue) =>
      issue.input === undefined
        ? `Give ${what}: one of ${choices.join(', ')}.`
        : `"${String(issue.input)}" is not ${what}. Use one of: ${choices.join(', ')}.`,
  });

export const source = z
  .strictObject({
    id: entryName.describe('A short name for this source, used in the text as <Source id="…" />.'),
    title: line('the title of the source').describe("The page's or paper's own title."),
    url: webAddress.describe('Where a reader can open it.'),
    publisher: line('the publisher').describe('Who publishes it.'),
    dated: dated.describe("The publisher's own date: a day, a month, a year, or undated."),
    readOn: day.describe('The day on which we read it.'),
    howRead: oneOf(Object.keys(howRead) as [HowRead, ...HowRead[]], 'a way of reading').describe(
      'How we read it: in full, abstract, excerpt only, second-hand, or not yet opened.',
    ),
    note: line('the note', { max: 300 }).optional().describe('What to know about this source, in one sentence.'),
  })
  .describe('Where a statement comes from.');

export type Source = z.output<typeof source>;

/** A list of sources in which no two share an id. */
export const sources = z
  .array(source)
  .default([])
  .superRefine((list, context) => {
    const seen = new Set<string>();
    for (const [index, { id }] of list.entries()) {
      if (seen.has(id)) {
        context.addIssue({
          code: 'custom',
          path: [index, 'id'],
          message: `Two sources on this page are called "${id}". Give each its own id.`,
        });
      }
      seen.add(id);
    }
  });
