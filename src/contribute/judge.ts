/** Judges a filled-in form as the checks of a pull request will, as far as a browser can, and writes the file. */
import type { z } from 'astro/zod';
import { checkGarbled } from '../check/garbled.ts';
import { findIdentifiers, messageOf, type IdentifierRuleId, type Known } from '../check/identifiers/index.ts';
import { nameFrom } from '../check/suggest.ts';
import { uncited, wording } from '../check/wording.ts';
import { day, entryName, innerIssues } from '../fields.ts';
import { fileLines, textOf, type Line } from './file.ts';
import type { Kind } from './kinds.ts';
import { textFaults } from './text-rules.ts';
import { FILE_NAME, readPairs, TEXT, type Pair, type Values } from './values.ts';

/** Something wrong, and the control that it is about. */
export interface FormFault {
  control: string;
  message: string;
}

/** What looks like an identifier. `key` stays the same while the same thing stands in the form. */
export interface Likely extends FormFault {
  rule: IdentifierRuleId;
  key: string;
}

export interface Judgement {
  /** The path of the file in the repository, or the subject of a letter. */
  path: string;
  text: string;
  faults: FormFault[];
  likely: Likely[];
  /** The fields as they were read. */
  values: Values;
}

/** What the form knows of the site. */
export interface Surroundings {
  /** Names that a new file cannot have. */
  taken: readonly string[];
  /** People and organisations who agreed to be named. */
  known: Partial<Known>;
}

// eslint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]|\p{Surrogate}/u;

/** What is said of signs that nobody sees. */
export const UNSEEN = 'An invisible control character stands here. Delete it; typing the word again is easiest.';

/** Longer than any field, address or paragraph that somebody reads; the build reads no line of more than 20,000 signs. */
const LONGEST_LINE = 10_000;

/** What is said of a line that nobody reads. */
export const ENDLESS = `Shorten this: at most ${LONGEST_LINE} characters on one line.`;

/** What is wrong with the signs of a text, whatever it says. */
export const signFault = (text: string): string | undefined => {
  if (CONTROL.test(text)) return UNSEEN;
  if (text.split('\n').some((line) => line.length > LONGEST_LINE)) return ENDLESS;
  return checkGarbled(text, 0)[0]?.message;
};

/** The same entry as YAML hands it on when its days are written without quotes. */
const withDates = (value: unknown): unknown => {
  if (typeof value === 'string') return day.safeParse(value).success ? new Date(`${value}T00:00:00Z`) : value;
  if (Array.isArray(value)) return value.map(withDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withDates(inner)]));
};

/** The file name that an entry gets unless somebody chooses another. */
export const suggestedName = ({ named, dated }: Kind, values: Values): string =>
  nameFrom([dated, named].map((field) => (field ? String(values[field] ?? '') : '')).join(' '));

const schemaFaults = (
  schema: z.ZodType,
  values: Values,
): { issues: { path: PropertyKey[]; message: string }[]; values: Values } => {
  const parsed = schema.safeParse(values, { error: wording });
  if (!parsed.success) return { issues: parsed.error.issues.flatMap((issue) => innerIssues(issue)), values };
  // An empty list says nothing where it may be left out.
  let lean = values;
  for (const [name, value] of Object.entries(values)) {
    const rest = Object.fromEntries(Object.entries(lean).filter(([other]) => other !== name));
    if (Array.isArray(value) && value.length === 0 && schema.safeParse(rest).success) lean = rest;
  }
  return { issues: [], values: lean };
};

const nameFault = (name: string, taken: readonly string[]): string | undefined => {
  if (name === '') return 'Give the file a name: lower-case letters, digits and hyphens.';
  if (taken.includes(name)) return `There is an entry called "${name}" already. Choose another name for the file.`;
  return entryName.safeParse(name).error?.issues[0]?.message;
};

const SOURCE = /<Source\s+id="([^"\n]*)"\s*\/>/g;

/** Marks in the text that lead to no source and, where the kind asks for it, sources that no mark leads to. */
const sourceFaults = ({ citesAll }: Kind, { sources }: Values, body: string): FormFault[] => {
  const ids = (Array.isArray(sources) ? sources : []).map((source) => (source as { id?: unknown }).id);
  const cited = [...body.matchAll(SOURCE)].map(([, id = '']) => id);
  const lost = cited.find((id) => !ids.includes(id));
  const idle = citesAll ? ids.find((id) => typeof id === 'string' && !cited.includes(id)) : undefined;
  return [
    ...(lost === undefined
      ? []
      : [
          { control: TEXT, message: `<Source id="${lost}" /> leads nowhere. Add a source with this short name below "Sources".` },
        ]),
    ...(typeof idle === 'string' ? [{ control: TEXT, message: uncited(idle) }] : []),
  ];
};

/** Several faults of one control are told once, the first of them. */
const once = (faults: readonly FormFault[]): FormFault[] =>
  [...new Map(faults.toReversed().map((fault) => [fault.control, fault])).values()].toReversed();

/** What looks like an identifier in a text that is made of these lines. */
export const likelyIn = (
  text: string,
  lines: readonly Line[],
  controlOf: (path: readonly PropertyKey[]) => string,
  known: Partial<Known>,
): Likely[] =>
  findIdentifiers(text, { known }).map(({ rule, start, end }) => {
    const line = lines[text.slice(0, start).split('\n').length - 1];
    return { control: controlOf(line?.path ?? []), rule, message: messageOf(rule), key: `${rule} ${text.slice(start, end)}` };
  });

/** Judges the pairs of a form. `entry` is the file that is being changed, if it is not a new one. */
export const judge = (
  kind: Kind,
  schema: z.ZodType,
  pairs: readonly Pair[],
  { taken, known }: Surroundings,
  entry?: string,
): Judgement => {
  const { values: read, controlOf } = readPairs(pairs);
  const given = new Map(pairs);
  const body = textOf(given.get(TEXT) ?? '');
  const { issues, values } = schemaFaults(schema, read);
  const name = entry ?? ((given.get(FILE_NAME) ?? '').trim() || suggestedName(kind, read));
  const misnamed = entry === undefined ? nameFault(name, taken) : undefined;
  const faults: FormFault[] = [
    ...pairs.flatMap(([control, text]) => {
      const message = signFault(text);
      return message === undefined ? [] : [{ control: control.split(':')[0] ?? '', message }];
    }),
    ...issues.map(({ path, message }) => ({ control: controlOf(path), message })),
    ...sourceFaults(kind, read, body),
    ...textFaults(body).map((message) => ({ control: TEXT, message })),
    ...(misnamed === undefined ? [] : [{ control: FILE_NAME, message: misnamed }]),
  ];
  // A name may look like a day and be none; then the days of this file are quoted.
  const lines = fileLines(values, body, schema.safeParse(withDates(values)).success);
  const text = lines.map((line) => `${line.text}\n`).join('');
  const likely = likelyIn(text, lines, controlOf, known);
  return { path: `${kind.folder}/${name}.mdx`, text, faults: once(faults), likely, values };
};
