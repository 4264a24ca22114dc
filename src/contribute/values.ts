/**
 * What stands in a form, as pairs of a name and a text, and the fields of an entry that they mean. A name is the path of its field,
 * with a colon and the way to read it where it is more than a line: `sources.0.title`, `askAbout:lines`, `consent:unconfirmed`.
 */
import { TO_BE_CONFIRMED } from '../fields.ts';

export type Pair = readonly [name: string, value: string];

export type Values = Record<string, unknown>;

/** The ways to read a control that a name can end with. */
export type Reading = 'lines' | '[]' | 'number' | 'yes' | 'unconfirmed';

/** The name of the text below the fields, and that of the file. */
export const TEXT = '=text';
export const FILE_NAME = '=name';

const readingOf = (name: string): [path: string, as: string] => {
  const [path = '', as = ''] = name.split(':');
  return [path, as];
};

const valueOf = (as: string, value: string): unknown => {
  const text = value.trim();
  if (as === 'yes') return value === 'true' ? true : undefined;
  if (as === 'unconfirmed') return TO_BE_CONFIRMED;
  if (as === 'lines')
    return value
      .split(/\r\n|\n/)
      .map((line) => line.trim())
      .filter(Boolean);
  if (text === '') return undefined;
  return as === 'number' && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
};

/** A branch of the entry while it is read: items keep the numbers that they have in the form. */
type Branch = Map<string, unknown>;

const put = (tree: Branch, path: readonly string[], value: unknown): void => {
  const [first = '', ...rest] = path;
  if (rest.length > 0) {
    const inner = tree.get(first) instanceof Map ? (tree.get(first) as Branch) : new Map<string, unknown>();
    // A group that is "to be confirmed" has no fields.
    if (tree.get(first) !== TO_BE_CONFIRMED) put(tree.set(first, inner).get(first) as Branch, rest, value);
  } else if (tree.get(first) !== TO_BE_CONFIRMED) tree.set(first, value);
};

const isItem = (name: string): boolean => /^\d+$/.test(name);

export interface Read {
  values: Values;
  /** The control of a field, by its path in the values; of a part of a field, or of a field without one, the nearest above. */
  controlOf: (path: readonly PropertyKey[]) => string;
}

/** Reads a form. Spaces around a line are dropped, and so is what was left empty: a field, a group, an item of a list. */
export const readPairs = (pairs: readonly Pair[]): Read => {
  const tree: Branch = new Map();
  const several = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const [path, as] = readingOf(name);
    if (path.startsWith('=')) continue;
    if (as === '[]') {
      const chosen = several.get(path) ?? [];
      if (value !== '') chosen.push(value);
      several.set(path, chosen);
      put(tree, path.split('.'), chosen);
    } else put(tree, path.split('.'), valueOf(as, value));
  }
  const controls = new Map<string, string>();
  const lean = (branch: Branch, at: string, control: string): unknown => {
    const names = [...branch.keys()];
    const list = names.length > 0 && names.every(isItem);
    const kept: [string, unknown][] = [];
    for (const [name, value] of branch) {
      const here = control ? `${control}.${name}` : name;
      const path = [at, list ? String(kept.length) : name].filter(Boolean).join('.');
      controls.set(path, here);
      const inner = value instanceof Map ? lean(value as Branch, path, here) : value;
      const empty = inner === undefined || (Array.isArray(inner) && inner.length === 0 && at !== '');
      if (!empty) kept.push([name, inner]);
    }
    if (kept.length === 0 && at !== '') return undefined;
    return list ? kept.map(([, value]) => value) : Object.fromEntries(kept);
  };
  const values = lean(tree, '', '') as Values;
  const controlOf = (path: readonly PropertyKey[]): string => {
    for (let length = path.length; length > 0; length -= 1) {
      const control = controls.get(path.slice(0, length).map(String).join('.'));
      if (control !== undefined) return [control, ...path.slice(length).filter((part) => typeof part === 'string')].join('.');
    }
    return path.filter((part) => typeof part === 'string').join('.');
  };
  return { values, controlOf };
};

/** The value at a dotted path, or undefined. */
const at = (values: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Values | undefined | null)?.[name], values);

/** How many items the list at a dotted path has. */
export const itemsAt = (values: Values, path: string): number => {
  const list = at(values, path);
  return Array.isArray(list) ? list.length : 0;
};

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** What a control of this name holds for an entry: its texts; several for one in which several things can be chosen. */
export const textsFor = (name: string, values: Values): string[] => {
  const [path, as] = readingOf(name);
  const value = at(values, path);
  if (as === 'unconfirmed') return value === TO_BE_CONFIRMED ? ['true'] : [];
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return as === 'lines' ? [value.map(asText).join('\n')] : value.map(asText);
  return [asText(value)];
};
