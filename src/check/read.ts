/** Reads the content folder once: every file with its front matter, its text and the means to find a line again. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isAlias,
  isMap,
  LineCounter,
  parseDocument,
  visit,
  YAMLParseError,
  type Document,
  type ErrorCode,
  type YAMLError,
} from 'yaml';
import { rooms, type Room } from './rooms.ts';

export interface Entry {
  room: Room;
  id: string;
  /** Relative to the root of the repository, with forward slashes. */
  file: string;
  /** The front matter, kept as a tree so that a field can be found in the file; its errors are in the author's words. */
  front: Document.Parsed;
  /** The front matter as plain values, undefined when it cannot be read. Dates stay the text that was written. */
  data: unknown;
  body: string;
  /** Turns an offset into the file into a line and a column, counted from 1. */
  at: (offset: number) => { line: number; column: number };
  /** Where the front matter and the body begin in the file. */
  frontStart: number;
  bodyStart: number;
}

export interface Content {
  entries: Entry[];
  /** Files in the content folder that are no entry, with the room they lie in. */
  strays: { file: string; folder: string }[];
}

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/;

const SIGN = 'YAML reads the sign at the beginning of this value as its own. Put the whole value in quotes.';

const NO_FIELDS = 'These are no fields. Write one field a line: a name, a colon, a space and the value.';

/** What the parser's terms mean to somebody who has never heard of YAML. */
const inPlainWords: Partial<Record<ErrorCode, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'There is a colon inside this value. Put the whole value in quotes.',
  TAB_AS_INDENT: 'A tab indents this line. Use spaces instead.',
  DUPLICATE_KEY: 'This field is given twice. Keep one of the two.',
  MULTIPLE_DOCS: 'A line of three hyphens stands between the fields. Remove it.',
  MULTILINE_IMPLICIT_KEY: 'This line is no field. Write a name, a colon, a space and the value.',
  UNEXPECTED_TOKEN: 'This does not fit here. Check how far the lines are indented, and put a value with special signs in quotes.',
  MISSING_CHAR: 'A quote or a bracket opens above and does not close. Close it where its value ends.',
  BAD_INDENT: 'These lines are not indented alike, or a bracket above does not close. Line them up, or close it.',
  BAD_DQ_ESCAPE: 'Inside double quotes a backslash is written twice. Write it twice, or use single quotes.',
  BAD_SCALAR_START: SIGN,
  BAD_ALIAS: SIGN,
  BAD_DIRECTIVE: SIGN,
  TAG_RESOLVE_FAILED: SIGN,
};

/** Parses YAML. Its errors are worded for authors, and what the parser merely stumbles over after the first is left out. */
const parseYaml = (yaml: string): Document.Parsed => {
  const lines = new LineCounter();
  const front = parseDocument(yaml, {
    schema: 'core',
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'error',
    lineCounter: lines,
  });
  const faults: YAMLError[] = [...front.errors, ...front.warnings];
  visit(front, {
    // `*word*` and `&c` are meant as text; YAML would take them for its own references.
    Node: (_key, node) => {
      if (isAlias(node) || node.anchor) faults.push(new YAMLParseError([node.range?.[0] ?? 0, 0], 'BAD_ALIAS', SIGN));
    },
  });
  if (faults.length === 0 && front.contents && !isMap(front.contents)) {
    faults.push(new YAMLParseError([front.contents.range[0], 0], 'BAD_COLLECTION_TYPE', NO_FIELDS));
  }
  const seen = new Set<number>();
  front.errors = faults
    .toSorted((a, b) => a.pos[0] - b.pos[0])
    .filter(({ code, pos }) => {
      const { line } = lines.linePos(pos[0]);
      const echo = seen.has(line) || (seen.size > 0 && code === 'UNEXPECTED_TOKEN');
      seen.add(line);
      return !echo;
    })
    .map(({ code, pos, message }) => new YAMLParseError(pos, code, inPlainWords[code] ?? message));
  return front;
};

interface Parts {
  yaml: string;
  frontStart: number;
  bodyStart: number;
  /** What is wrong when the front matter cannot be told from the text. */
  fault?: string;
}

/** Splits a page into front matter and text. */
const partsOf = (text: string): Parts => {
  const match = FRONT_MATTER.exec(text);
  if (match) return { yaml: match[1] ?? '', frontStart: text.indexOf('\n') + 1, bodyStart: match[0].length };
  const fault = /^---[ \t]*\r?\n/.test(text)
    ? 'The front matter does not end. Put a line of three hyphens (---) below its last field.'
    : 'The file does not begin with front matter. Make its first line three hyphens (---), then the fields, then three hyphens again.';
  return { yaml: '', frontStart: 0, bodyStart: 0, fault };
};

const entryOf = (room: Room, file: string, text: string, { yaml, frontStart, bodyStart, fault }: Parts): Entry => {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) lines.addNewLine(index + 1);
  const front = parseYaml(yaml);
  if (fault) front.errors.push(new YAMLParseError([0, 0], 'MISSING_CHAR', fault));
  return {
    room,
    file,
    id: file.slice(room.folder.length + 1).replace(/\.mdx$/, ''),
    front,
    data: front.errors.length > 0 ? undefined : (front.toJS() ?? {}),
    body: text.slice(bodyStart),
    at: (offset) => {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    },
    frontStart,
    bodyStart,
  };
};

/** Takes one page apart. */
export const readEntry = (room: Room, file: string, text: string): Entry => entryOf(room, file, text, partsOf(text));

/** Takes a file apart that is YAML from its first line to its last. */
export const readYamlFile = (room: Room, file: string, text: string): Entry =>
  entryOf(room, file, text, { yaml: text, frontStart: 0, bodyStart: text.length });

/** The text of a file, without the invisible mark that some editors put before it. */
export const readText = (path: string): string => readFileSync(path, 'utf8').replace(/^\uFEFF/, '');

// A fence ends with as many of its signs or more, else with the file. It may stand in a list or a quotation.
const FENCED = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}(?=[^`\n]*$)|~{3,}).*\r?\n(?:[\s\S]*?^[ \t>]*\1[`~]*[ \t]*$|[\s\S]*)/gm;
// A span ends with as many backticks as it began with, and does not reach over an empty line.
const SPAN = /(?<![\\`])(`+)(?!`)(?:(?!\r?\n[ \t]*\r?\n)[\s\S])*?(?<!`)\1(?!`)/g;

/** The text with all code blanked out and every offset kept: what stands in code is shown, not meant. */
export const withoutCode = (text: string): string => {
  const blank = (code: string) => code.replace(/[^\r\n]/g, ' ');
  return text.replace(FENCED, blank).replace(SPAN, blank);
};

/** What an operating system or an editor leaves behind, such as `.DS_Store`. */
const HIDDEN = /(^|\/)\./;

const filesBelow = (root: string, folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((found) => !found.isDirectory())
        .map((found) => `${join(found.parentPath, found.name).slice(root.length).replaceAll('\\', '/').replace(/^\//, '')}`)
        .toSorted()
    : [];

/** Reads every file below `content/`, relative to `root` (an absolute path without a slash at its end). */
export const readContent = (root: string): Content => {
  const content: Content = { entries: [], strays: [] };
  const taken = new Set<string>();
  for (const room of rooms) {
    for (const file of filesBelow(root, room.folder)) {
      taken.add(file);
      const name = file.slice(room.folder.length + 1);
      if (/^[^/]+\.mdx$/.test(name)) content.entries.push(readEntry(room, file, readText(join(root, file))));
      else if (!HIDDEN.test(name)) content.strays.push({ file, folder: room.folder });
    }
  }
  for (const file of filesBelow(root, 'content')) {
    if (!taken.has(file) && file !== 'content/site.yaml' && !HIDDEN.test(file)) content.strays.push({ file, folder: '' });
  }
  return content;
};
