/** The fields of a form, read from the JSON Schema of an entry: one source for the check, the build and the form. */
import { z } from 'astro/zod';
import { innerIssues, TO_BE_CONFIRMED, type Refs } from '../fields.ts';

/** A word to choose, and what a reader calls it. */
export interface Choice {
  value: string;
  label: string;
}

/** The entries that each kind of reference may name. */
export type Pickers = Readonly<Record<keyof Refs, readonly Choice[]>>;

export interface Field {
  /** Where its value stands in the entry, with dots; `__` stands for the number of an item. */
  path: string;
  label: string;
  help: string;
  required: boolean;
  /** Whether "to be confirmed" is an answer. */
  unconfirmed: boolean;
  as: 'line' | 'text' | 'choice' | 'several' | 'lines' | 'day' | 'number' | 'yes' | 'group' | 'list';
  choices: readonly Choice[];
  fields: readonly Field[];
}

interface Node {
  type?: string;
  description?: string;
  enum?: string[];
  const?: unknown;
  format?: string;
  ref?: keyof Refs;
  minLength?: number;
  maxLength?: number;
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
}

/** References that say in the JSON Schema what they name. */
const markedRefs = Object.fromEntries(
  ['contact', 'organisation', 'project', 'guide', 'series'].map((ref) => [ref, z.string().meta({ ref })]),
) as unknown as Refs;

/** Longer texts get more than one line to write in. */
const LONG = 160;

const SAID: Readonly<Record<string, string>> = { id: 'Short name', url: 'Web address', doi: 'DOI' };

/** The name of a field as words: `askAbout` is "Ask about". */
const labelOf = (name: string): string => {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return SAID[name] ?? words.charAt(0).toUpperCase() + words.slice(1);
};

const limitOf = ({ minLength = 1, maxLength }: Node): string =>
  maxLength === undefined ? '' : minLength > 1 ? `${minLength} to ${maxLength} characters.` : `At most ${maxLength} characters.`;

const choicesOf = (node: Node, pickers: Pickers): readonly Choice[] =>
  node.ref ? pickers[node.ref] : (node.enum ?? []).map((value) => ({ value, label: value }));

const controlOf = (node: Node, pickers: Pickers): Pick<Field, 'as' | 'choices'> => {
  const choices = choicesOf(node, pickers);
  if (node.type === 'array') {
    const items = node.items ?? {};
    // Of items in several shapes, no form is made here: they are a list, and what is in them is not told.
    if (items.properties ?? items.oneOf) return { as: 'list', choices };
    const several = choicesOf(items, pickers);
    return items.ref || several.length > 0 ? { as: 'several', choices: several } : { as: 'lines', choices };
  }
  if (node.properties) return { as: 'group', choices };
  if (node.ref || choices.length > 0) return { as: 'choice', choices };
  if (node.type === 'boolean') return { as: 'yes', choices };
  if (node.type === 'integer' || node.type === 'number') return { as: 'number', choices };
  if (node.format === 'date') return { as: 'day', choices };
  return { as: (node.maxLength ?? 0) > LONG ? 'text' : 'line', choices };
};

const fieldsOf = (node: Node, before: string, pickers: Pickers, asked: ReadonlySet<string>): Field[] =>
  Object.entries(node.properties ?? {}).map(([name, whole]) => {
    const path = before ? `${before}.${name}` : name;
    const unconfirmed = whole.anyOf?.some((choice) => choice.const === TO_BE_CONFIRMED) ?? false;
    // Of other choices, the plain text says them all; the schema judges what is written.
    const inner = unconfirmed
      ? (whole.anyOf?.find((choice) => choice.const !== TO_BE_CONFIRMED) ?? {})
      : whole.anyOf
        ? { type: 'string' }
        : whole;
    const control = controlOf(inner, pickers);
    const about = (whole.description ?? inner.description ?? '')
      .replace(/, by file name\b/, '')
      .replace(/:[^:]*(?:, [^:]*){6,}\.$/, '.');
    const help = [about, limitOf(inner), control.as === 'lines' ? 'One on each line.' : ''].filter(Boolean).join(' ');
    const nested =
      control.as === 'list' ? fieldsOf(inner.items ?? {}, `${path}.__`, pickers, asked) : fieldsOf(inner, path, pickers, asked);
    const required = asked.has(path);
    return { path, label: labelOf(name), help, required, unconfirmed, ...control, fields: nested };
  });

/** An entry in which every group and every list has a first, empty member. */
const skeleton = (node: Node): unknown => {
  const inner = node.anyOf?.find((choice) => choice.const !== TO_BE_CONFIRMED) ?? node;
  if (inner.items?.properties) return [skeleton(inner.items)];
  if (!inner.properties) return undefined;
  return Object.fromEntries(Object.entries(inner.properties).map(([name, field]) => [name, skeleton(field)]));
};

/** What the schema misses in an entry, as paths. JSON Schema does not tell: there, what is tidied up before counts as optional. */
const missedIn = (schema: z.ZodType, entry: unknown): string[] =>
  (schema.safeParse(entry).error?.issues ?? [])
    .flatMap((issue) => innerIssues(issue))
    .map(({ path }) => path.map((part) => (typeof part === 'number' ? '__' : String(part))).join('.'));

/** The fields of an entry, in the order of its schema. */
export const shapeOf = (schemaOf: (refs: Refs) => z.ZodType, pickers: Pickers): Field[] => {
  const schema = schemaOf(markedRefs);
  const tree = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Node;
  const asked = new Set([...missedIn(schema, skeleton(tree)), ...missedIn(schema, {})]);
  return fieldsOf(tree, '', pickers, asked);
};
