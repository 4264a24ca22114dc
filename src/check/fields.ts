/** Checks the fields of an entry against its schema, and finds the line of each fault. */
import type { z } from 'astro/zod';
import { isMap, isPair, isScalar, type Pair } from 'yaml';
import { longDay } from '../days.ts';
import { innerIssues, TO_BE_CONFIRMED, type Issue } from '../fields.ts';
import { checkValues } from './field-values.ts';
import type { Front } from './front-matter.ts';
import type { Place } from './lines.ts';
import { nearest } from '../nearest.ts';
import type { Fault } from './problems.ts';
import type { Entry } from './read.ts';
import { groupWith, isList, knownFields, knownWords } from './schema-tree.ts';
import { meant } from './suggest.ts';
import { wording } from './wording.ts';
import { daysMeant } from './written-days.ts';

type Path = readonly PropertyKey[];
type Range = readonly [number, number, number];

const rangeAt = ({ tree }: Front, path: Path): Range | undefined =>
  (tree.getIn([...path], true) as { range?: Range } | undefined)?.range ?? undefined;

const keyRange = ({ tree }: Front, path: Path, key: string): Range | undefined => {
  const map = path.length > 0 ? tree.getIn([...path], true) : tree.contents;
  const pair = isMap(map)
    ? map.items.find((item): item is Pair => isPair(item) && isScalar(item.key) && String(item.key.value) === key)
    : undefined;
  return isScalar(pair?.key) ? (pair.key.range ?? undefined) : undefined;
};

/** Where a field stands: its value, else its nearest existing parent, else the beginning of the file. */
const offsetOf = (front: Front, path: Path): number | undefined => {
  for (let length = path.length; length > 0; length -= 1) {
    const range = rangeAt(front, path.slice(0, length));
    if (range) return range[0];
  }
  return undefined;
};

/** The line that holds a range, with `by` in its place; only `by` where the range has several lines. */
const replaced = ({ text }: Front, [start, end]: Range, by: string): string => {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  if (text.slice(start, end).trimEnd().includes('\n')) return by;
  const written = text.slice(start, end).trimEnd();
  const gap = written === '' && text[start - 1] === ':' ? ' ' : '';
  return (text.slice(from, start) + gap + by + text.slice(start + written.length, to === -1 ? undefined : to)).trim();
};

const named = (path: Path): string =>
  path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part + 1}]` : name ? `${name}.${String(part)}` : String(part)),
    '',
  );

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | undefined | null)?.[part], data);

/** A day that cannot be meant is explained: which two days it may be, how long the month is, or that the field waits for nothing. */
const aboutDay = (message: string, value: unknown): string => {
  if (value === undefined && /^Write /.test(message)) return `This is missing. ${message}`;
  if (typeof value !== 'string' || !/as YYYY-MM-DD|publisher's own date/.test(message)) return message;
  if (value.trim().toLowerCase() === TO_BE_CONFIRMED) return `${message} This field cannot be left to be confirmed.`;
  const days = daysMeant(value);
  const [, year = '', month = ''] = /^(\d{4})-(0[1-9]|1[0-2])-\d\d$/.exec(value) ?? [];
  if (days.length === 0 && month) {
    const first = `${year}-${month}-01`;
    const length = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    return `${message} ${longDay(first).slice(2)} has ${length} days.`;
  }
  return days.length === 2 ? `${message} "${value}" may mean ${days.join(' or ')}.` : message;
};

const unknownFields = (
  front: Front,
  schema: z.ZodType,
  { path, keys }: { path: Path; keys: readonly string[] },
  lacking: Set<string>,
) => {
  const known = knownFields(schema, path);
  const belongs = (near: string | undefined, key: string): string => {
    const group = near === undefined ? groupWith(schema, path, key) : undefined;
    return group === undefined ? '' : ` It belongs to "${group}", indented below it.`;
  };
  return keys.map((key): Unplaced => {
    const range = keyRange(front, path, key);
    const near = nearest(key, known);
    // Who misspelt a name has not left the field out.
    if (near !== undefined) lacking.delete(named([...path, near]));
    return {
      offset: range?.[0] ?? offsetOf(front, path),
      rule: 'unknown-field',
      message: `"${key}" is not a field here.${belongs(near, key)} The fields are: ${known.join(', ')}.`,
      ...(near !== undefined && range ? { fix: replaced(front, range, near) } : {}),
    };
  });
};

interface Unplaced extends Omit<Fault, 'line' | 'column'> {
  offset: number | undefined;
  /** The name of a field that is missing. */
  lacks?: string;
}

/** A day with its whole year and another word for a theme mean one thing only; everything else is for the author to decide. */
const isSafe = (message: string, value: unknown): boolean =>
  typeof value === 'string' &&
  !value.includes('\n') &&
  ((message.includes('as YYYY-MM-DD') && /\d{4}/.test(value)) || message.startsWith('Write the theme '));

const NONE: ReadonlyMap<string, string> = new Map();

const faultOf = (issue: Issue, front: Front, schema: z.ZodType, data: unknown): Unplaced => {
  const { path, message } = issue;
  const value = valueAt(data, path);
  const params = issue.code === 'custom' ? issue.params : undefined;
  const names = params?.names as string[] | undefined;
  const words = names ?? knownWords(schema, path);
  const type = issue.code === 'invalid_type' ? issue.expected : undefined;
  const range = rangeAt(front, path);
  const raw = range && front.text.slice(range[0], range[1]).trim();
  const better = meant(value, {
    message,
    type,
    words,
    raw: raw ?? '',
    list: isList(schema, path),
    titles: (params?.titles as ReadonlyMap<string, string> | undefined) ?? NONE,
    fields: type === 'object' ? knownFields(schema, path) : [],
  });
  const name = named(path);
  const fields = type === 'object' && value !== undefined ? knownFields(schema, path) : [];
  const listed = fields.length > 0 ? ` Its fields are: ${fields.join(', ')}.` : '';
  return {
    offset: offsetOf(front, path),
    rule: params?.reference === true ? 'reference' : 'schema',
    message: name ? `${name}: ${aboutDay(message, value)}${listed}` : message,
    ...(better !== undefined && range ? { fix: replaced(front, range, better) } : {}),
    ...(better !== undefined && range && isSafe(message, value) ? { safe: true as const } : {}),
    ...(value === undefined && name ? { lacks: name } : {}),
  };
};

/** A fault as it is told: what only this module needs to know is left out. */
const told = ({ rule, message, fix, safe }: Omit<Fault, 'line' | 'column'>, { line, column }: Place): Fault => ({
  line,
  column,
  rule,
  message,
  ...(fix === undefined ? {} : { fix }),
  ...(safe && { safe }),
});

/** Where a field of an entry stands in its file: its value, else its nearest existing parent, else the beginning. */
export const placeOf = (entry: Entry, path: Path): Place => placeIn(entry, offsetOf(entry.front(), path));

/** How many lines stand above the fields: of a page its first line of hyphens. */
const linesBefore = (entry: Entry): number => entry.at(entry.frontStart).line - 1;

const placeIn = (entry: Entry, offset: number | undefined): Place => {
  if (offset === undefined) return { line: 1, column: 1 };
  const { line, column } = entry.front().at(offset);
  return { line: line + linesBefore(entry), column };
};

/** Every fault in the fields of one entry. `schema` should know which other entries exist. */
export const checkFields = (entry: Entry, schema: z.ZodType): Fault[] => {
  if (entry.fast && schema.safeParse(entry.fast.built).success) return [];
  if (!entry.readable) return [];
  const front = entry.front();
  const place = (offset: number | undefined) => placeIn(entry, offset);
  const yaml = front.faults.map((fault) => ({ ...fault, line: fault.line + linesBefore(entry) }));
  if (!front.values) return yaml;
  const { written, built } = front.values;
  const issuesOf = (values: unknown) =>
    (schema.safeParse(values, { error: wording }).error?.issues ?? []).flatMap((issue) => innerIssues(issue));
  const ofWritten = issuesOf(written);
  // What the build reads may differ from what was written: a day in place of a text.
  const issues = ofWritten.length > 0 ? ofWritten : issuesOf(built);
  const placed = issues
    .filter((issue) => issue.code !== 'unrecognized_keys')
    .map((issue) => faultOf(issue, front, schema, written));
  const lacking = new Set(placed.flatMap(({ lacks }) => lacks ?? []));
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? unknownFields(front, schema, issue, lacking) : [],
  );
  // Where the fields begin or end is a guess then, and what lies outside may not be missing.
  const complete = !entry.faults.some(({ rule }) => rule === 'yaml');
  const known = new Set(yaml.map(({ line }) => line));
  const values = checkValues(front, replaced)
    .map(({ offset, ...fault }) => ({ ...fault, ...place(offset) }))
    .filter(({ line }) => !known.has(line));
  const better = new Set(
    values.filter(({ yields }) => !yields).flatMap(({ line, hides }) => (hides === undefined ? line : [line, place(hides).line])),
  );
  const faults = [...unknown, ...placed.filter(({ lacks }) => lacks === undefined || (complete && lacking.has(lacks)))]
    .map((fault): Fault => told(fault, place(fault.offset)))
    // What is said of a mended line may come from the mending.
    .filter(({ line }) => line === 1 || !(known.has(line) || better.has(line)));
  const taken = new Set(faults.map(({ line }) => line));
  const rest = values.filter(({ yields, line }) => !yields || !taken.has(line));
  return [...yaml, ...faults, ...rest.map((fault): Fault => told(fault, fault))];
};
