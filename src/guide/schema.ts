import { z } from 'astro/zod';
import { confirmable, day, line, looseRefs, oneOf, sources, type Refs } from '../fields.ts';

export const statuses = ['draft', 'in review', 'reviewed'] as const;
export type Status = (typeof statuses)[number];

/** The parts of the guide, in reading order. */
export const parts = ['Before you start', 'Data and machines', 'Doing the work', 'Judging the result', 'Into use'] as const;
export type Part = (typeof parts)[number];

/** A page of "How to run an LLM study at UCLH". Strict: a misspelt field is an error. */
export const guideSchema = (refs: Refs = looseRefs) =>
  z
    .strictObject({
      title: line('the title of the page', { max: 80 }).describe('Sentence case, no full stop.'),
      short: line('a short title', { max: 32 }).describe('The title in the navigation.'),
      description: line('a description', { min: 20, max: 200 }).describe('What the page answers, in one sentence.'),
      order: z
        .int({ error: 'Give the order as a whole number.' })
        .positive({ error: 'Give the order as a whole number above 0.' })
        .describe('Its place in the guide; pages are read from the lowest number up.'),
      part: oneOf(parts, 'a part of the guide').describe(`The part of the guide: ${parts.join(', ')}.`),
      readers: z
        .strictObject({
          clinician: line('a line for clinicians', { max: 220 }).describe('One line for a clinician with an idea.'),
          dataScientist: line('a line for data scientists', { max: 220 }).describe('One line for a data scientist.'),
          manager: line('a line for managers', { max: 220 }).describe('One line for a manager or governance lead.'),
        })
        .describe('A line each for three readers.'),
      status: oneOf(statuses, 'a status').describe('draft, in review or reviewed.'),
      owner: confirmable(refs.contact).describe('Who answers for this page, by file name.'),
      reviewed: day.optional().describe('The day on which the owner last checked it.'),
      reviewBy: day.optional().describe('The day by which it should be checked again.'),
      ask: z.array(refs.contact).min(1, { error: 'Name whom to ask.' }).describe('Whom to ask about this page, by file name.'),
      checklist: z
        .array(line('a checklist item', { max: 200 }))
        .default([])
        .describe('What to have done before moving on, one line each.'),
      keywords: z
        .array(line('a keyword', { max: 60 }))
        .default([])
        .describe('Other words that people search for.'),
      sources: sources
        .refine((list) => list.length > 0, {
          error:
            'This page lists no source, so nobody can tell what its statements rest on. List one at the top, and mark with it what it supports.',
        })
        .describe('Where the statements on this page come from: one at least.'),
    })
    .superRefine((page, context) => {
      const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      if (page.status === 'reviewed' && !page.reviewed) fault('reviewed', 'A reviewed page gives the day of its review.');
      if (page.status === 'reviewed' && !page.reviewBy) fault('reviewBy', 'A reviewed page says by when to review it again.');
      if (page.reviewed && page.reviewBy && page.reviewBy <= page.reviewed) {
        fault('reviewBy', `The next review (${page.reviewBy}) must come after the last one (${page.reviewed}).`);
      }
    });

export type GuideData = z.output<ReturnType<typeof guideSchema>>;
