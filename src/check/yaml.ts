/** Reads YAML in two ways: fast and exactly as the build will, and slowly as a tree in which a fault can be found. */
import { CORE_SCHEMA, load, Type, YAMLException } from 'js-yaml';
import { isAlias, isMap, isScalar, LineCounter, parseDocument, visit, YAMLParseError, type Document, type YAMLError } from 'yaml';
import { day } from '../fields.ts';
import { NO_FIELDS, plainWords, SIGN } from './yaml-words.ts';

/** What the build reads. */
export interface Values {
  /** As the build hands them to a schema: days are `Date`s at midnight UTC. */
  built: unknown;
  /** The same with every day as it was written, for messages. */
  written: unknown;
}

// The build reads with js-yaml's default schema, which is the core schema with these two words of YAML 1.1. A day is kept as it
// was written until it is known to exist: YAML would turn 2026-02-31 into 3 March without a word.
const isTimestamp = (text: string | null): boolean =>
  text !== null && (/^\d{4}-\d\d-\d\d$/.test(text) || /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d/.test(text));

const schemaWith = (construct: (text: string) => unknown) =>
  CORE_SCHEMA.extend({
    implicit: [
      new Type('tag:yaml.org,2002:timestamp', { kind: 'scalar', resolve: isTimestamp, construct }),
      new Type('tag:yaml.org,2002:merge', { kind: 'scalar', resolve: (text) => text === '<<' }),
    ],
  });

const isDay = (text: string): boolean => day.safeParse(text).success;

class OddDay extends Error {}

const asBuilt = schemaWith((text) => {
  if (!isDay(text)) throw new OddDay(text);
  return new Date(`${text}T00:00:00Z`);
});

const asWritten = schemaWith((text) => text);

/**
 * What may mean something else to YAML than to its author: a sign that begins a value, a remark, a tab, a question mark, a bracket or the
 * end of a document at the beginning of a line, a lone carriage return. Such front matter is read as a tree as well.
 */
const TELLING =
  /(?:^|[\s,[{])(?:[&*]\S|!)|(?:^|\s)#|\t|<<|^\s*\?(?:\s|$)|^\s*(?:-\s+)*[[{]|^(?:---|\.\.\.)|^%|\r(?!\n)|[“”‘’«»„]/m;

/** The build hands the fields on with the line end before them, after which a byte order mark is a sign like any other. */
const asGiven = (yaml: string): string => `\n${yaml}`;

/** The values of YAML in which nothing can be misread, or undefined when a closer look is needed. About a tenth of the cost of a tree. */
export const readFast = (yaml: string): { built: unknown } | undefined => {
  if (TELLING.test(yaml)) return undefined;
  try {
    return { built: load(asGiven(yaml), { schema: asBuilt }) ?? {} };
  } catch {
    return undefined;
  }
};

/** The values of any YAML, or the fault that would stop the build. */
export const readValues = (yaml: string): { values: Values } | { fault: YAMLParseError } => {
  try {
    const written = load(asGiven(yaml), { schema: asWritten }) ?? {};
    let built: unknown = written;
    try {
      built = load(asGiven(yaml), { schema: asBuilt }) ?? {};
    } catch {
      // A day that does not exist is a fault of its field, which is named there.
    }
    return { values: { built, written } };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    // A second document has no mark of its own.
    const at = (error.mark as { position: number } | undefined)?.position ?? 1;
    const offset = Math.max(at - 1, 0);
    return {
      fault: new YAMLParseError([offset, offset + 1], 'UNEXPECTED_TOKEN', plainWords('UNEXPECTED_TOKEN') ?? error.reason),
    };
  }
};

/** Whether a value in quotes ends with one that belongs to it: `'as in this one''`. The tree takes it for closed; the build reads on. */
const staysOpen = (written: string): boolean =>
  written.startsWith("'") ? written.slice(1, -1).replaceAll("''", '').includes("'") : /[^\\](?:\\\\)*\\"$/.test(written);

/** Parses YAML as a tree. Its errors are worded for authors, and what the parser merely stumbles over after the first is left out. */
export const readTree = (yaml: string): Document.Parsed => {
  const lines = new LineCounter();
  const tree = parseDocument(yaml, {
    schema: 'core',
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'error',
    lineCounter: lines,
  });
  const faults: YAMLError[] = [...tree.errors, ...tree.warnings];
  visit(tree, {
    // `*word*` and `&c` are meant as text; YAML would take them for its own references.
    Node: (_key, node) => {
      const [start, end] = node.range ?? [0, 0];
      if (isAlias(node) || node.anchor) faults.push(new YAMLParseError([start, 0], 'BAD_ALIAS', SIGN));
      const quoted = isScalar(node) && (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE');
      if (quoted && staysOpen(yaml.slice(start, end))) faults.push(new YAMLParseError([start, end], 'MISSING_CHAR', ''));
    },
  });
  if (faults.length === 0 && tree.contents && !isMap(tree.contents)) {
    faults.push(new YAMLParseError([tree.contents.range[0], 0], 'BAD_COLLECTION_TYPE', NO_FIELDS));
  }
  const seen = new Set<number>();
  tree.errors = faults
    .toSorted((a, b) => a.pos[0] - b.pos[0])
    .filter(({ code, pos }) => {
      const { line } = lines.linePos(pos[0]);
      const echo = seen.has(line) || (seen.size > 0 && code === 'UNEXPECTED_TOKEN');
      seen.add(line);
      return !echo;
    })
    .map(({ code, pos, message }) => new YAMLParseError(pos, code, plainWords(code) ?? message));
  return tree;
};
