/** What a schema says of its fields, read from its JSON Schema. */
import { z } from 'astro/zod';

type Path = readonly PropertyKey[];

interface Node {
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
  allOf?: Node[];
  enum?: unknown[];
  const?: unknown;
  type?: string;
}

const choices = (node: Node): Node[] => [
  node,
  ...[...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])].flatMap(choices),
];

const trees = new WeakMap<z.ZodType, Node>();

const treeOf = (schema: z.ZodType): Node => {
  const known = trees.get(schema) ?? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Node);
  trees.set(schema, known);
  return known;
};

const nodesAt = (schema: z.ZodType, path: Path): Node[] => {
  let nodes = choices(treeOf(schema));
  for (const part of path) {
    nodes = nodes
      .map((node) => (typeof part === 'number' ? node.items : node.properties?.[String(part)]))
      .filter((node) => node !== undefined)
      .flatMap(choices);
  }
  return nodes;
};

/** The fields that an object at this path may have. */
export const knownFields = (schema: z.ZodType, path: Path): string[] => [
  ...new Set(nodesAt(schema, path).flatMap((node) => Object.keys(node.properties ?? {}))),
];

/** The words that a value at this path may be, or an empty list where it is no choice. */
export const knownWords = (schema: z.ZodType, path: Path): string[] => [
  ...new Set(
    nodesAt(schema, path).flatMap((node) => [...(node.enum ?? []), node.const].filter((word) => typeof word === 'string')),
  ),
];

/** Whether a value at this path is a list, or may be one. */
export const isList = (schema: z.ZodType, path: Path): boolean => nodesAt(schema, path).some(({ type }) => type === 'array');

/** The group at this path in which a field of that name would be known, or undefined. */
export const groupWith = (schema: z.ZodType, path: Path, name: string): string | undefined =>
  nodesAt(schema, path)
    .flatMap(({ properties }) => Object.entries(properties ?? {}))
    .find(([, node]) => choices(node).some(({ properties }) => properties !== undefined && Object.hasOwn(properties, name)))?.[0];

/** Every name of a field at any depth. */
export const allFields = (schema: z.ZodType): string[] => {
  const below = (node: Node): string[] =>
    choices(node).flatMap(({ properties, items }) => [
      ...Object.entries(properties ?? {}).flatMap(([name, inner]) => [name, ...below(inner)]),
      ...(items ? below(items) : []),
    ]);
  return below(treeOf(schema));
};
