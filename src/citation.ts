/** How a published work is cited: the fields that projects and sessions share. Plain Zod, as `fields.ts`. */
import { z } from 'astro/zod';
import { line, oneOf, webAddress } from './fields.ts';

export const citation = z
  .strictObject({
    type: oneOf(['article-journal', 'paper-conference', 'article', 'software', 'webpage'], 'a kind of publication').describe(
      'What is cited: article-journal, paper-conference, article (a preprint), software or webpage.',
    ),
    title: line('the title of the publication', { max: 300 }).describe('Its full title.'),
    authors: z
      .array(
        z.strictObject({
          family: line('the family name', { max: 80 }).describe('Family name, or the name of a group.'),
          given: line('the given names', { max: 80 }).optional().describe('Given names or initials; left out for a group.'),
        }),
      )
      .min(1, { error: 'Name at least one author.' })
      .describe('The authors, in order.'),
    andOthers: z.boolean().default(false).describe('true if there are further authors that we could not read.'),
    container: line('the journal or proceedings', { max: 200 }).optional().describe('The journal, proceedings or archive.'),
    volume: line('the volume', { max: 40 }).optional().describe('The volume, with the issue in brackets if there is one.'),
    pages: line('the pages', { max: 40 }).optional().describe('The pages, or the number of the article.'),
    year: z
      .int({ error: 'Give the year as four digits.' })
      .min(1990, { error: 'Give the year as four digits.' })
      .max(2100, { error: 'Give the year as four digits.' })
      .describe('The year of publication.'),
    doi: z
      .string()
      .regex(/^10\.\d{4,9}\/\S+$/, { error: 'Give the DOI alone, such as 10.1038/s41586-024-07421-0.' })
      .optional()
      .describe('The DOI, without https://doi.org/.'),
    url: webAddress.optional().describe('Where it can be read.'),
  })
  .describe('How to cite the work.');

export type Citation = z.output<typeof citation>;
