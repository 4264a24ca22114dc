/** Takes a page apart, reads its fields, and names every fault of their YAML together with the line that was probably meant. */
import type { Document } from 'yaml';
import type { Fault } from './problems.ts';
import { mendLine, openLine } from './yaml-mend.ts';
import { readTree, readValues, type Values } from './yaml.ts';
import { placesIn, type Place } from './lines.ts';

export interface Parts {
  yaml: string;
  frontStart: number;
  bodyStart: number;
  /** What is wrong when the front matter cannot be told from the text. */
  fault?: string;
}

/** Where the build finds front matter: it ends at the first line that begins with three hyphens, whatever follows them. */
const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)(?<=\n)---([^\r\n]*)(?:\r?\n|$)/;

/** Splits a page into front matter and text. */
export const partsOf = (text: string): Parts => {
  const match = FRONT_MATTER.exec(text);
  const [whole = '', yaml = '', rest = ''] = match ?? [];
  if (match && !rest.trim()) return { yaml, frontStart: text.indexOf('\n') + 1, bodyStart: whole.length };
  const fault = match
    ? `The line "---${rest.slice(0, 40)}" ends the front matter, because it begins with three hyphens. Write the three hyphens alone, or begin the line otherwise.`
    : /^---[ \t]*\r?\n/.test(text)
      ? 'The front matter does not end. Put a line of three hyphens (---) below its last field.'
      : 'The file does not begin with front matter. Make its first line three hyphens (---), then the fields, then three hyphens again.';
  return { yaml: '', frontStart: 0, bodyStart: match ? whole.length : 0, fault };
};

/** Front matter read with care. */
export interface Front {
  /** The lines as they were probably meant, and their tree, in which a field can be found. */
  text: string;
  tree: Document.Parsed;
  /** Undefined when it cannot be read at all. */
  values: Values | undefined;
  faults: Fault[];
  /** The place in the front matter of an offset in the tree, counted from the first line of the front matter. */
  at: (offset: number) => Place;
}

/** No file has more mistakes than this that are worth telling at once. */
const MOST = 50;

/** Reads front matter line by line as it was probably meant, so that one mistake does not hide the next. `names` are all fields. */
export const readFront = (yaml: string, names: ReadonlySet<string>): Front => {
  const lines = yaml.split('\n');
  const faults: Fault[] = [];
  const touched = new Set<number>();
  for (let round = 0; ; round += 1) {
    const text = lines.join('\n');
    const tree = readTree(text);
    const at = placesIn(text);
    const read = readValues(text);
    const errors = tree.errors.length > 0 ? tree.errors : 'fault' in read ? [read.fault] : [];
    const [first] = errors;
    if (!first) return { text, tree, values: 'values' in read ? read.values : undefined, faults, at };
    const noticed = at(first.pos[0]).line - 1;
    const opened = first.code === 'MISSING_CHAR' || first.code === 'BAD_INDENT' ? openLine(lines, noticed) : undefined;
    const index = opened ?? noticed;
    const line = (lines[index] ?? '').replace(/\r$/, '');
    const message = first.message;
    const place = index === noticed ? at(first.pos[0]) : { line: index + 1, column: valueColumn(line) };
    const mended = touched.has(index) || round >= MOST ? undefined : mendLine(line, names);
    touched.add(index);
    if (mended && mended.line !== line) {
      const { safe } = mended;
      faults.push({ rule: 'yaml', ...place, message: mended.message ?? message, fix: mended.line.trim(), ...(safe && { safe }) });
      lines[index] = mended.line;
    } else if (first.code === 'DUPLICATE_KEY' && isSimple(lines, index)) {
      faults.push({ rule: 'yaml', ...place, message });
      lines[index] = '';
    } else if (first.code === 'MULTIPLE_DOCS' && /^---\s*$/.test(line)) {
      faults.push({ rule: 'yaml', ...place, message });
      lines[index] = '';
    } else {
      const known = new Set(faults.map((fault) => fault.line));
      for (const error of errors) {
        const where = error === first ? place : at(error.pos[0]);
        if (!known.has(where.line)) faults.push({ rule: 'yaml', ...where, message: sentence(error.message) });
      }
      return { text, tree, values: undefined, faults, at };
    }
  }
};

const sentence = (message: string): string => `${message.split('\n')[0]}.`.replace('..', '.');

/** Where the value of a line begins, counted from 1. */
const valueColumn = (line: string): number => (/^\s*(?:- +)*(?:[A-Za-z][\w-]*\s*:[ \t]+)?/.exec(line)?.[0].length ?? 0) + 1;

/** Whether a field stands on one line, so that leaving it out changes no other. */
const isSimple = (lines: readonly string[], index: number): boolean =>
  /^\s*[\w-]+:[ \t]+[^\s|>[{]/.test(lines[index] ?? '') && !/^\s+\S/.test(lines[index + 1] ?? '');
