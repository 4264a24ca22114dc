import { z } from 'astro/zod';
import { line, sources } from '../fields.ts';

/** A term and what it means here. Strict: a misspelt field is an error. */
export const glossarySchema = () =>
  z.strictObject({
    term: line('the term', { max: 80 }).describe('The term as people say it, often an abbreviation.'),
    expansion: line('what it stands for', { max: 160 }).optional().describe('What the abbreviation stands for.'),
    aliases: z
      .array(line('an alias', { max: 80 }))
      .default([])
      .describe('Other names for the same thing.'),
    misspellings: z
      .array(line('a misspelling', { max: 80 }))
      .default([])
      .describe('How people mistype it; search understands these.'),
    definition: line('a definition', { min: 20, max: 500 }).describe('What it means, in one to three sentences.'),
    sources: sources.describe('Where the definition comes from.'),
  });

export type GlossaryData = z.output<ReturnType<typeof glossarySchema>>;
