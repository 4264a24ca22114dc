/** Takes a page apart, reads its fields, and names every fault of their YAML together with the line that was probably meant. */
import type { Document } from 'yaml';
import type { Fault } from './problems.ts';
import { mendLine, openLine, type Mended } from './yaml-mend.ts';
import { readTree, readValues, type Values } from './yaml.ts';
import { placesIn, type Place } from './lines.ts';

export interface Parts {
  yaml: string;
  frontStart: number;
  bodyStart: number;
  /** What is wrong with how the fields begin or end. The rest is read as it was probably meant. */
  fault?: { offset: number; message: string; fix?: string };
}

/** Where the build finds front matter: it ends at the first line that begins with three hyphens, whatever follows them. */
const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)(?<=\n)---([^\r\n]*)(?:\r?\n|$)/;

/** Lines that look like fields, and the line of hyphens after them. */
const MORE_FIELDS = /^((?:[A-Za-z][\w-]*:(?:[ \t].*)?\r?\n|[ \t]+\S.*\r?\n|- .*\r?\n)+)---[ \t]*(?:\r?\n|$)/;

const startsWithField = (text: string, names: ReadonlySet<string>): boolean =>
  names.has(/^([A-Za-z][\w-]*):/.exec(text)?.[1] ?? '');

const NO_BEGINNING =
  'The file does not begin with front matter. Make its first line three hyphens (---), then the fields, then three hyphens again.';
const NO_END = 'The front matter does not end. Put a line of three hyphens (---) below its last field.';

/** Fields that begin somewhere else than on the first line, or end nowhere. */
const partsOfOther = (text: string, names: ReadonlySet<string>): Parts => {
  const late = /^([\s\S]{0,500}?\n)(?=---[ \t]*\r?\n[A-Za-z][\w-]*:)/.exec(text)?.[1];
  if (late !== undefined && !text.startsWith('---')) {
    const { yaml, frontStart, bodyStart } = partsOf(text.slice(late.length), names);
    const message = late.trim()
      ? 'Text stands before the fields. Make three hyphens (---) the first line, and move the text below the fields.'
      : 'An empty line stands before the fields. Make three hyphens (---) the first line.';
    return { yaml, frontStart: frontStart + late.length, bodyStart: bodyStart + late.length, fault: { offset: 0, message } };
  }
  const open = /^---[ \t]*\r?\n/.exec(text)?.[0];
  if (open !== undefined) {
    const fields =
      /^(?:[A-Za-z][\w-]*:.*(?:\r?\n|$)|[ \t]+\S.*(?:\r?\n|$)|- .*(?:\r?\n|$))*/.exec(text.slice(open.length))?.[0] ?? '';
    return {
      yaml: fields,
      frontStart: open.length,
      bodyStart: open.length + fields.length,
      fault: { offset: 0, message: NO_END },
    };
  }
  const fields = startsWithField(text, names) ? MORE_FIELDS.exec(text) : null;
  const fault = { offset: 0, message: NO_BEGINNING };
  return fields
    ? { yaml: fields[1] ?? '', frontStart: 0, bodyStart: fields[0].length, fault: { ...fault, fix: '---' } }
    : { yaml: '', frontStart: 0, bodyStart: text.length, fault };
};

/** Splits a page into front matter and text. `names` are all fields. */
export const partsOf = (text: string, names: ReadonlySet<string>): Parts => {
  const match = FRONT_MATTER.exec(text);
  if (!match) return partsOfOther(text, names);
  const [whole, yaml = '', rest = ''] = match;
  const frontStart = text.indexOf('\n') + 1;
  const parts = { yaml, frontStart, bodyStart: whole.length };
  const end = frontStart + yaml.length;
  if (rest.trim()) {
    const message = `The line "---${rest.slice(0, 40)}" ends the fields, because it begins with three hyphens. Write the three hyphens alone, or begin the line otherwise.`;
    return { ...parts, fault: { offset: end, message, ...(/^[-\s]+$/.test(rest) ? { fix: '---' } : {}) } };
  }
  const below = text.slice(whole.length);
  const more = startsWithField(below, names) ? MORE_FIELDS.exec(below) : null;
  if (!more) return parts;
  const message = 'A line of three hyphens stands between the fields. Remove it.';
  // The line is left empty, so that every later one keeps its number.
  const hyphens = ' '.repeat(text.slice(end, whole.length).replace(/\r?\n$/, '').length);
  return {
    yaml: `${yaml}${hyphens}${text.slice(end, whole.length).slice(hyphens.length)}${more[1] ?? ''}`,
    frontStart,
    bodyStart: whole.length + more[0].length,
    fault: { offset: end, message },
  };
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
    const crooked = opened === undefined ? crookedLine(lines, noticed, first.code) : undefined;
    const index = crooked?.index ?? opened ?? noticed;
    const line = (lines[index] ?? '').replace(/\r$/, '');
    const message = first.message;
    const place = index === noticed ? at(first.pos[0]) : { line: index + 1, column: crooked ? 1 : valueColumn(line) };
    const goesOn = continued(lines, index, first.code, names);
    const mended = touched.has(index) || round >= MOST ? undefined : (crooked?.mended ?? mendLine(line, names) ?? goesOn);
    touched.add(index);
    if (mended && mended.line !== line) {
      const { safe } = mended;
      faults.push({
        rule: 'yaml',
        ...place,
        message: mended.message ?? message,
        fix: crooked || mended === goesOn ? mended.line.trimEnd() : mended.line.trim(),
        ...(safe && { safe }),
      });
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

const indentOf = (line: string | undefined): number => /^ */.exec(line ?? '')?.[0].length ?? 0;

const isField = (line: string | undefined): boolean => /^\s*(?:- +)?[A-Za-z][\w-]*:(?:\s|$)/.test(line ?? '');

/** A line that is indented unlike its neighbours, where the parser blames the line above or finds no place for it. */
const crookedLine = (lines: readonly string[], noticed: number, code: string): { index: number; mended: Mended } | undefined => {
  const straight = (index: number, indent: number, message: string) => ({
    index,
    mended: { line: ' '.repeat(indent) + (lines[index] ?? '').trimStart(), message },
  });
  const below = noticed + 1;
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && isField(lines[below]) && indentOf(lines[below]) > indentOf(lines[noticed])) {
    const value = /^\s*(?:- +)?[\w-]+:\s+(.*)$/.exec(lines[noticed] ?? '')?.[1] ?? '';
    if (value !== '' && !/:(\s|$)/.test(value))
      return straight(below, indentOf(lines[noticed]), 'This line is indented further than the field above it. Line the two up.');
  }
  if (code !== 'BAD_INDENT' && code !== 'MULTILINE_IMPLICIT_KEY') return undefined;
  if (!isField(lines[noticed]) || !isField(lines[noticed - 1]) || indentOf(lines[noticed]) === 0) return undefined;
  const above = indentOf(lines[noticed - 1]);
  if (above === indentOf(lines[noticed])) return undefined;
  return straight(noticed, above, 'This line is indented unlike the field above it. Line the two up.');
};

/** A line that is no field, below a value that it probably goes on with. */
const continued = (lines: readonly string[], index: number, code: string, names: ReadonlySet<string>): Mended | undefined => {
  const above = /^(\s*)(?:- +)?([A-Za-z][\w-]*):[ \t]+[^\s"'|>[{]/.exec(lines[index - 1] ?? '');
  const line = lines[index] ?? '';
  if (code !== 'MULTILINE_IMPLICIT_KEY' || !above || !names.has(above[2] ?? '') || !/^\w/.test(line) || isField(line))
    return undefined;
  const message = 'This line is no field. If it goes on with the value above, indent it by two spaces more.';
  return { line: `${above[1]}  ${line.trim()}`, message };
};

const sentence = (message: string): string => `${message.split('\n')[0]}.`.replace('..', '.');

/** Where the value of a line begins, counted from 1. */
const valueColumn = (line: string): number => (/^\s*(?:- +)*(?:[A-Za-z][\w-]*\s*:[ \t]+)?/.exec(line)?.[0].length ?? 0) + 1;

/** Whether a field stands on one line, so that leaving it out changes no other. */
const isSimple = (lines: readonly string[], index: number): boolean =>
  /^\s*[\w-]+:[ \t]+[^\s|>[{]/.test(lines[index] ?? '') && !/^\s+\S/.test(lines[index + 1] ?? '');
