/** What the guide for contributors says of each field, read from the schemas, with examples from the site's own entries. */
import { isUnconfirmed, TO_BE_CONFIRMED } from '../fields.ts';
import { fileLines } from './file.ts';
import type { Field } from './shape.ts';
import type { Values } from './values.ts';

/** A session for the examples, as long as the site has none. */
export const INVENTED_SESSION = {
  series: 'fortnightly-meetup',
  date: '2026-04-22',
  time: '10:30',
  title: 'Summaries that clinicians trust',
  summary: 'What a ward team learnt from a hundred drafted summaries.',
  speakers: [{ name: 'Ada Example', contact: 'ada-example' }],
  paper: 'https://example.org/paper',
  slides: 'https://example.org/slides',
  notes: 'https://example.org/notes',
};

export interface Told {
  /** As it stands in the file; a field within another has that before it, and `[]` after the name of a list. */
  name: string;
  required: boolean;
  /** What it is, and its limits. */
  about: string;
  /** What it takes, in a few words. */
  takes: string;
  /** The only words that it takes; none where it takes others, or where `about` names them. */
  values: readonly string[];
  /** A line or two of a file, or nothing. */
  example: string;
}

/** Fields that several kinds share, and that are told once. */
export const SHARED = ['sources', 'citation'] as const;

const isShared = (name: string): boolean => (SHARED as readonly string[]).includes(name);

/** How much of a value is shown. */
const EXAMPLE_SIGNS = 60;

const TAKES: Readonly<Record<Field['as'], string>> = {
  line: 'one line of text',
  text: 'text, on one line of the file',
  choice: 'one of these',
  several: 'some of these, as a list',
  lines: 'a list of lines',
  day: 'a day',
  number: 'a whole number',
  yes: 'true or false',
  group: 'fields of its own',
  list: 'a list, whose items have fields of their own',
};

const takesOf = ({ as, choices, unconfirmed }: Field): string => {
  const named =
    choices.length === 0 && (as === 'choice' ? 'the name of an entry' : as === 'several' && 'names of entries, as a list');
  return `${named || TAKES[as]}${unconfirmed ? `, or “${TO_BE_CONFIRMED}”` : ''}`;
};

/** What stands at a path of the form in an entry, once for each item of a list. */
const valuesAt = (value: unknown, path: readonly string[]): unknown[] => {
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, name === '__' ? rest : path));
  if (typeof value !== 'object' || value === null || name === '__') return [];
  return valuesAt((value as Values)[name], rest);
};

/** The first words of a text. */
const begun = (value: unknown): unknown =>
  typeof value === 'string' && value.length > EXAMPLE_SIGNS ? `${value.slice(0, EXAMPLE_SIGNS).replace(/\W*\w*$/, '')} …` : value;

const exampleOf = ({ path, as }: Field, name: string, entries: readonly object[]): string => {
  if (as === 'group' || as === 'list') return '';
  for (const value of entries.flatMap((entry) => valuesAt(entry, path.split('.')))) {
    const one = Array.isArray(value) ? value[0] : value;
    if (one === undefined || one === null || isUnconfirmed(one)) continue;
    const lines = fileLines({ [name]: Array.isArray(value) ? [begun(one)] : begun(one) }).slice(1, -1);
    return lines.map(({ text }) => text).join('\n');
  }
  return '';
};

/** What is said of these fields and those inside them, in the order of the schema. `entries` are searched for examples. */
export const tellFields = (fields: readonly Field[], entries: readonly object[]): Told[] =>
  fields.flatMap((field): Told[] => {
    const { path, help, required, choices, fields: inner } = field;
    const name = path.replaceAll('.__', '[]');
    // Some sentences name the words.
    const told = choices.every(({ value }) => help.includes(value));
    const own: Told = {
      name,
      required,
      about: help.replace(/ One on each line\.$/, ''),
      takes: takesOf(field),
      values: told ? [] : choices.map(({ value }) => value),
      example: exampleOf(field, name.replace(/^.*\./, ''), entries),
    };
    return [own, ...(isShared(path) ? [] : tellFields(inner, entries))];
  });

/** What is said of the fields inside a shared one, wherever it first stands. */
export const tellShared = (name: (typeof SHARED)[number], fields: readonly Field[], entries: readonly object[]): Told[] => {
  const shared = fields.find(({ path }) => path === name);
  return shared ? tellFields(shared.fields, entries) : [];
};
