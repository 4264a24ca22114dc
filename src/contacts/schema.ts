import { z } from 'astro/zod';
import { confirmable, day, line, looseRefs, oneOf, sources, webAddress, type Refs } from '../fields.ts';

export const contactKinds = ['person', 'organisation'] as const;

/** A person or organisation that somebody can turn to. Strict: a misspelt field is an error. */
export const contactSchema = (refs: Refs = looseRefs) =>
  z.strictObject({
    name: line('the name', { max: 80 }).describe('The name as it should be printed.'),
    kind: oneOf(contactKinds, 'a kind of contact').describe('person or organisation.'),
    role: confirmable(line('the role', { max: 160 })).describe('What they do here, in one line.'),
    affiliations: confirmable(z.array(refs.organisation)).describe(
      'The organisations they belong to, by file name, or "to be confirmed".',
    ),
    email: confirmable(z.email({ error: 'Give an e-mail address such as name@ucl.ac.uk.' }))
      .optional()
      .describe('A work address that they agree to have printed.'),
    askAbout: z
      .array(line('a subject', { max: 80 }))
      .default([])
      .describe('What to ask them about, a few words each.'),
    links: z
      .array(z.strictObject({ label: line('the label', { max: 60 }).describe('What the page is called.'), url: webAddress }))
      .default([])
      .describe('Pages about them, each with a label and a url.'),
    consent: confirmable(day).describe('The day on which they agreed to be listed here, or "to be confirmed".'),
    sources: sources.describe('Where these details come from.'),
  });

export type ContactData = z.output<ReturnType<typeof contactSchema>>;
