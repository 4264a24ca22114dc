/** What the whole site says of itself, from `content/site.yaml`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { confirmable, innerIssues, line, looseRefs, webAddress, type Refs } from '../fields.ts';

/** The shape of `content/site.yaml`. Strict: a misspelt field is an error. */
export const settingsSchema = (refs: Refs = looseRefs) =>
  z.strictObject({
    name: line('the name of the site', { max: 60 }).describe('The name of the site.'),
    headline: line('the headline', { max: 80 }).describe('The headline of the home page.'),
    sentence: line('the sentence', { max: 300 }).describe('What this community is, in one sentence.'),
    description: line('the description', { max: 300 }).describe('What the site holds, for search engines and cards.'),
    links: z.array(z.strictObject({ label: line('the label', { max: 60 }), url: webAddress })).describe('Links in the footer.'),
    ask: z.array(refs.contact).min(1, { error: 'Name whom to ask.' }).describe('Whom to ask about anything, by file name.'),
    licence: confirmable(line('the licence', { max: 120 })).describe('The licence of the content.'),
    owner: confirmable(line('the owner', { max: 120 })).describe('Who owns the site.'),
    slack: confirmable(webAddress).describe('Where to join the Slack group.'),
    openQuestions: z
      .array(
        z.strictObject({
          question: line('the question', { max: 160 }).describe('What is not settled.'),
          why: line('the reason', { max: 240 }).describe('What waits for the answer.'),
        }),
      )
      .describe('What the organisers still have to decide.'),
  });

export type Settings = z.output<ReturnType<typeof settingsSchema>>;

export const SETTINGS_FILE = 'content/site.yaml';

/**
 * Reads and checks the settings.
 *
 * @throws with every fault of the file when it does not fit the schema.
 */
export const readSettings = (root: string): Settings => {
  const result = settingsSchema().safeParse(parse(readFileSync(join(root, SETTINGS_FILE), 'utf8')));
  if (result.success) return result.data;
  const faults = result.error.issues
    .flatMap((issue) => innerIssues(issue))
    .map(({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`);
  throw new Error(`${SETTINGS_FILE} does not fit:\n${faults.join('\n')}`);
};
