import { z } from 'astro/zod';
import { citation } from '../citation.ts';
import { confirmable, day, line, looseRefs, oneOf, sources, webAddress, type Refs } from '../fields.ts';
import { aliasOf, themes } from './themes.ts';

/** From first thought to use: the six steps that the stage track shows, in order. */
export const steps = ['idea', 'proof of concept', 'retrospective study', 'silent trial', 'prospective study', 'in use'] as const;

/** Where a project stands: a step of the track, or out of it. */
export const stages = [...steps, 'paused', 'finished'] as const;
export type Stage = (typeof stages)[number];

export const dataKinds = ['UCLH records', 'public by agreement', 'public and open', 'synthetic', 'none'] as const;
export type DataKind = (typeof dataKinds)[number];

const theme = z.enum(Object.keys(themes) as [keyof typeof themes, ...(keyof typeof themes)[]], {
  error: (issue) => {
    const written = String(issue.input);
    const meant = aliasOf(written);
    return meant
      ? `Write the theme "${written}" as "${meant}".`
      : `"${written}" is not a theme. Use one of: ${Object.keys(themes).join(', ')}.`;
  },
});

const said = (what: string, max = 600) => confirmable(line(what, { max })).optional();

const evidence = z
  .strictObject({
    question: said('the question').describe('The question that the work asks.'),
    data: confirmable(
      z.array(
        z.strictObject({
          kind: oneOf(dataKinds, 'a kind of data').describe(`One of: ${dataKinds.join(', ')}.`),
          source: confirmable(line('the data source', { max: 300 })).describe('Which data, from where, what for.'),
        }),
      ),
    )
      .optional()
      .describe('The data used or planned, one line each.'),
    approval: z
      .strictObject({
        route: said('the approval route').describe('Under which route the work was reviewed.'),
        reference: said('the reference').describe('The reference number of that review.'),
      })
      .optional()
      .describe('Who reviewed the work, and under which reference.'),
    models: confirmable(
      z.array(
        z.strictObject({
          name: line('the model name', { max: 120 }).describe('The model.'),
          version: said('the version', 200).describe('Its exact version, size or revision.'),
          licence: said('the licence', 200).describe('The terms it is used under.'),
        }),
      ),
    )
      .optional()
      .describe('The models used.'),
    ranOn: said('where it ran', 300).describe('Where the model ran.'),
    judged: z
      .strictObject({
        how: said('how it was judged').describe('How the output was judged.'),
        by: said('who judged it', 300).describe('Who judged it.'),
      })
      .optional()
      .describe('How the output was judged, and by whom.'),
    result: said('the result', 800).describe('What was found, with numbers and their intervals.'),
    limits: said('the known limits', 800).describe('What the work cannot tell.'),
    reuse: said('what can be reused').describe('What others can take from it.'),
  })
  .describe('The evidence card. A field left out is shown as "Not stated".');

export const linkKinds = ['code', 'paper', 'data', 'demo', 'protocol', 'page'] as const;

/** A study or a resource in the showcase. Strict: a misspelt field is an error. */
export const projectSchema = (refs: Refs = looseRefs) =>
  z
    .strictObject({
      title: line('the title of the project', { max: 80 }).describe('Sentence case, no full stop.'),
      summary: line('a summary', { min: 20, max: 240 }).describe('One or two sentences: what it does, for whom.'),
      kind: oneOf(['study', 'resource'], 'a kind of project').describe('study, or resource (code, a guide, a data set).'),
      stage: oneOf(stages, 'a stage')
        .optional()
        .describe(`Where a study stands; a resource may leave it out: ${stages.join(', ')}.`),
      themes: z
        .array(theme)
        .min(1, { error: 'Give at least one theme.' })
        .describe(`What it is about: ${Object.keys(themes).join(', ')}.`),
      contacts: z.array(refs.contact).min(1, { error: 'Name at least one contact.' }).describe('Whom to ask, by file name.'),
      organisations: confirmable(z.array(refs.organisation)).describe('Who takes part, by file name.'),
      links: z
        .strictObject(Object.fromEntries(linkKinds.map((kind) => [kind, webAddress.optional()])) as LinkShape)
        .default({})
        .describe(`Addresses: ${linkKinds.join(', ')}.`),
      guide: z.array(refs.guide).default([]).describe('Guide pages that this work is an example of, by file name.'),
      started: confirmable(day).optional().describe('The day on which the work began.'),
      updated: day.describe('The day on which this entry was last brought up to date.'),
      evidence: evidence.default({}),
      citation: citation.optional(),
      sources: sources.describe('Where the statements on this page come from.'),
    })
    .superRefine((project, context) => {
      if (project.kind === 'study' && !project.stage) {
        context.addIssue({ code: 'custom', path: ['stage'], message: `Give the study a stage: one of ${stages.join(', ')}.` });
      }
    });

type LinkShape = Record<(typeof linkKinds)[number], z.ZodOptional<typeof webAddress>>;

export type ProjectData = z.output<ReturnType<typeof projectSchema>>;
export type Evidence = z.output<typeof evidence>;
