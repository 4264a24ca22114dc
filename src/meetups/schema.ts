import { z } from 'astro/zod';
import { citation } from '../citation.ts';
import { confirmable, day, line, looseRefs, oneOf, webAddress, type Refs } from '../fields.ts';
import { disagreements } from './agree.ts';
import { weekdays } from './weekdays.ts';

const time = z
  .string({ error: 'Write the time in quotes, as "10:00".' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Write the time in quotes on the 24-hour clock, as "10:00".' })
  .describe('Local time on the 24-hour clock, in quotes, as "10:00".');

const minutes = z
  .int({ error: 'Give the length in whole minutes.' })
  .min(5, { error: 'Give the length in minutes, at least 5.' })
  .max(720, { error: 'Give the length in minutes, at most 720.' });

const exception = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('cancelled').describe('This occurrence does not take place.'),
      on: day.describe('The day on which it would have been.'),
      reason: line('a reason').describe('Why, in a few words.'),
    }),
    z
      .strictObject({
        kind: z.literal('moved').describe('This occurrence takes place at another day, time or place.'),
        on: day.describe('The day on which it would have been.'),
        to: day.optional().describe('The day on which it is instead.'),
        time: time.optional(),
        place: line('the other place').optional().describe('Where it is instead.'),
        reason: line('a reason').describe('Why, in a few words.'),
      })
      .refine(({ to, time: at, place }) => Boolean(to ?? at ?? place), {
        error: 'Say what changes: to (another day), time or place.',
      }),
    z.strictObject({
      kind: z.literal('extra').describe('A further meeting outside the rhythm.'),
      on: day.describe('The day of the further meeting.'),
      time: time.optional(),
      place: line('the place').optional().describe('Where, if not the usual place.'),
      reason: line('a reason').describe('Why, in a few words.'),
    }),
  ],
  { error: 'An exception needs kind: cancelled, moved or extra.' },
);

const everyWeeks = z
  .int({ error: 'Give the number of weeks between meetings.' })
  .min(1, { error: 'Give the number of weeks between meetings, 1 to 12.' })
  .max(12, { error: 'Give the number of weeks between meetings, 1 to 12.' })
  .describe('1 for weekly, 2 for every other week.');

const weekday = oneOf(weekdays, 'a weekday').describe('The day of the week, in English.');

const change = z
  .strictObject({
    from: day.describe('The first meeting of the new rhythm; it is counted from this day.'),
    everyWeeks: everyWeeks.optional(),
    weekday: weekday.optional(),
    time: time.optional(),
    minutes: minutes.optional().describe('How long it lasts from then on, in minutes.'),
    reason: line('a reason', { max: 120 }).optional().describe('Why, in a few words.'),
  })
  .describe('A new rhythm from a day on. What it leaves out stays as it was.');

const pause = z
  .strictObject({
    from: day.describe('The first day of the pause.'),
    until: confirmable(day).describe('The last day of the pause, or "to be confirmed".'),
    reason: line('a reason', { max: 120 }).describe('Why, in a few words.'),
  })
  .describe('Days without meetings. The rhythm is counted on meanwhile.');

/** A series of meetings: its rhythm, its place and who runs it. Strict: a misspelt field is an error. */
export const seriesSchema = (refs: Refs = looseRefs) =>
  z
    .strictObject({
      title: line('the title of the series', { max: 80 }).describe('The name of the series.'),
      summary: line('a summary', { min: 20, max: 240 }).describe('What happens there, for whom.'),
      rule: confirmable(
        z.strictObject({
          everyWeeks,
          weekday,
          time,
          zone: oneOf(['Europe/London'], 'a time zone').default('Europe/London').describe('Always Europe/London.'),
        }),
      ).describe('The rhythm, or "to be confirmed".'),
      firstDate: confirmable(day).describe('A day on which it really took or takes place; the rhythm is counted from it.'),
      minutes: confirmable(minutes).describe('How long it lasts, in minutes.'),
      place: confirmable(
        z.strictObject({
          name: line('the name of the place', { max: 120 }).describe('The building or institute.'),
          address: line('the address', { max: 200 }).describe('The street address.'),
          room: confirmable(line('the room', { max: 80 })).describe('The room.'),
          access: confirmable(line('access notes', { max: 300 })).describe('Step-free access, reception, badges.'),
        }),
      ).describe('Where it takes place.'),
      online: confirmable(webAddress).describe('The link to join online.'),
      hosts: confirmable(z.array(refs.contact).min(1, { error: 'Name at least one host.' })).describe(
        'Who chairs, by file name.',
      ),
      visitors: confirmable(line('who may come', { max: 200 })).describe('Who may come, and how they announce themselves.'),
      ask: z.array(refs.contact).min(1, { error: 'Name whom to ask.' }).describe('Whom to ask about the series, by file name.'),
      changes: z.array(change).default([]).describe('New rhythms, each from a day on, in order.'),
      pauses: z.array(pause).default([]).describe('Times without meetings.'),
      ends: day.optional().describe('The last day on which it may take place; left out while it goes on.'),
      exceptions: z.array(exception).default([]).describe('Meetings that are cancelled, moved or extra.'),
    })
    .superRefine((series, context) => {
      // Days that are none yet cannot be compared.
      if (context.issues.length > 0) return;
      for (const { path, message } of disagreements(series)) context.addIssue({ code: 'custom', path, message });
    });

/** One meeting with its subject. Strict: a misspelt field is an error. */
export const sessionSchema = (refs: Refs = looseRefs) =>
  z.strictObject({
    series: refs.series.describe('The series it belongs to, by file name.'),
    date: day.describe('The day of the meeting. Outside the rhythm it counts as an extra meeting.'),
    time: time.optional().describe('When it starts, if not at the usual time of the series.'),
    title: line('the title of the session', { max: 120 }).describe('What it is about.'),
    summary: line('a summary', { min: 20, max: 240 }).describe('What is presented, in one or two sentences.'),
    speakers: z
      .array(
        z.strictObject({
          name: line('the name of the speaker', { max: 80 }).describe('The name as it should be printed.'),
          contact: refs.contact.optional().describe('Their entry here, by file name.'),
        }),
      )
      .default([])
      .describe('Who presents.'),
    paper: webAddress.optional().describe('The paper that is discussed.'),
    citation: citation.optional().describe('How to cite the paper that is discussed.'),
    slides: webAddress.optional().describe('The slides.'),
    notes: webAddress.optional().describe('Notes of the discussion.'),
  });

export type SeriesData = z.output<ReturnType<typeof seriesSchema>>;
export type SessionData = z.output<ReturnType<typeof sessionSchema>>;
