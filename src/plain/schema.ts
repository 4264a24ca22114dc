import { z } from 'astro/zod';
import { line, oneOf } from '../fields.ts';

/** A plain page such as "About". Strict: a misspelt field is an error. */
export const pageSchema = () =>
  z.strictObject({
    title: line('the title of the page', { max: 80 }).describe('Sentence case, no full stop.'),
    description: line('a description', { min: 20, max: 200 }).describe('What the page says, in one sentence.'),
    status: oneOf(['draft', 'confirmed'], 'a status').describe('draft until the owners of the site have confirmed it.'),
    order: z.int({ error: 'Give the order as a whole number.' }).default(100).describe('Its place in the footer.'),
  });

export type PageData = z.output<ReturnType<typeof pageSchema>>;
