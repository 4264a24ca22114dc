/** Checks the front matter of an entry against its schema, and finds the line of each fault. */
import { z } from 'astro/zod';
import { isMap, isPair, isScalar, type Pair } from 'yaml';
import { innerIssues } from '../fields.ts';
import type { Entry } from './read.ts';
import type { Problem } from './problems.ts';

type Path = readonly PropertyKey[];

/** Wording for faults that no field words itself. The name of the field is put before it. */
const wording: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'invalid_type') return undefined;
  const lacking = issue.input === undefined || issue.input === null;
  const form: Record<string, string> = {
    array: 'a list: one item a line, each after a hyphen',
    object: 'a group of fields, indented below it',
    string: 'text, in quotes if need be',
    boolean: 'true or false',
    number: 'a number',
    int: 'a whole number',
  };
  const wanted = form[issue.expected] ?? issue.expected;
  return lacking ? `This is missing. Give ${wanted}.` : `Write this as ${wanted}.`;
};

/** The fields that an object at this path may have, read from the schema. */
const knownFields = (schema: z.ZodType, path: Path): string[] => {
  type Node = { properties?: Record<string, Node>; items?: Node; anyOf?: Node[]; oneOf?: Node[]; allOf?: Node[] };
  const open = (node: Node): Node[] => [
    node,
    ...[...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])].flatMap(open),
  ];
  let nodes = open(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Node);
  for (const part of path) {
    nodes = nodes
      .map((node) => (typeof part === 'number' ? node.items : node.properties?.[String(part)]))
      .filter((node) => node !== undefined)
      .flatMap(open);
  }
  return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
};

/** Where a field stands in the file: its value, else its nearest existing parent. */
const place = (entry: Entry, path: Path, key?: string) => {
  if (key !== undefined) {
    const map = path.length > 0 ? entry.front.getIn([...path], true) : entry.front.contents;
    const pair = isMap(map)
      ? map.items.find((item): item is Pair => isPair(item) && isScalar(item.key) && item.key.value === key)
      : undefined;
    const range = isScalar(pair?.key) ? pair.key.range : undefined;
    if (range) return entry.at(entry.frontStart + range[0]);
  }
  for (let length = path.length; length > 0; length -= 1) {
    const node = entry.front.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return entry.at(entry.frontStart + node.range[0]);
  }
  return { line: 1, column: 1 };
};

const named = (path: Path): string =>
  path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part + 1}]` : name ? `${name}.${String(part)}` : String(part)),
    '',
  );

/** Every fault in the front matter of one entry. `schema` should know which other entries exist. */
export const checkFields = (entry: Entry, schema: z.ZodType): Problem[] => {
  const yamlFaults = entry.front.errors.map((error): Problem => {
    const hint = /Nested mappings|Implicit keys|unexpected/i.test(error.message)
      ? ' If a value holds a colon, put the value in quotes.'
      : '';
    return {
      file: entry.file,
      ...entry.at(entry.frontStart + error.pos[0]),
      rule: 'yaml',
      message: `${error.message.split('\n')[0]}.${hint}`.replace('..', '.'),
    };
  });
  if (yamlFaults.length > 0) return yamlFaults;
  const result = schema.safeParse(entry.data, { error: wording });
  if (result.success) return [];
  return result.error.issues
    .flatMap((issue) => innerIssues(issue))
    .flatMap((issue): Problem[] => {
      if (issue.code === 'unrecognized_keys') {
        const known = knownFields(schema, issue.path);
        return issue.keys.map((key) => ({
          file: entry.file,
          ...place(entry, issue.path, key),
          rule: 'unknown-field',
          message: `"${key}" is not a field here. The fields are: ${known.join(', ')}.`,
        }));
      }
      const name = named(issue.path);
      const reference = issue.code === 'custom' && issue.params?.reference === true;
      return [
        {
          file: entry.file,
          ...place(entry, issue.path),
          rule: reference ? 'reference' : 'schema',
          message: name ? `${name}: ${issue.message}` : issue.message,
        },
      ];
    });
};
