/** Line ends and spaces at their end: nothing that a reader sees, but noise in every review. */
import { isDeepStrictEqual } from 'node:util';
import { parseBody } from '../authoring/parse.ts';
import type { Fault } from './problems.ts';
import { readEntry, type Entry } from './read.ts';

/** Markdown breaks the line at two spaces or more before its end, so those in the text mean something. */
const STRAY_SPACE = /(?<=\S)[ \t]$|(?<=\t)[ \t]+$|^[ \t]+$/;

const ENDS = [' \n', '\t\n', '\r\n'];

/** Whether there is anything to tidy; quicker than to look for what. */
const mayBeUntidy = ({ text, bom }: Entry): boolean =>
  text !== '' && (bom || !text.endsWith('\n') || ENDS.some((end) => text.includes(end)));

interface Node {
  type: string;
  position?: { start: { line: number }; end: { line: number } };
  children?: Node[];
}

/** The tree without places, to compare what two texts mean. */
const meaningOf = (body: string): unknown =>
  JSON.parse(JSON.stringify(parseBody(body).tree ?? null, (key, value: unknown) => (key === 'position' ? undefined : value)));

/** The lines of a text that belong to a block of code, counted from 0. */
const codeLines = (body: string): ReadonlySet<number> => {
  const lines = new Set<number>();
  const pending: (Node | undefined)[] = [parseBody(body).tree as Node | undefined];
  while (pending.length > 0) {
    const node = pending.pop();
    if (node?.type === 'code' && node.position) {
      for (let { line } = node.position.start; line <= node.position.end.line; line += 1) lines.add(line - 1);
    }
    pending.push(...(node?.children ?? []));
  }
  return lines;
};

const trimmed = (text: string, kept: (line: number) => boolean): string =>
  text
    .split('\n')
    .map((line, index) => (kept(index) ? line : line.replace(STRAY_SPACE, '')))
    .join('\n');

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** The text of an entry with tidy line ends; where a space at the end of a line means something, it stays. */
export const tidy = (entry: Entry): string => {
  if (!mayBeUntidy(entry)) return entry.text;
  const front = entry.text.slice(0, entry.bodyStart).replaceAll('\r\n', '\n');
  const body = entry.body.replaceAll('\r\n', '\n');
  const code = codeLines(body);
  const same = (text: string): boolean => {
    const after = readEntry(entry.room, entry.file, Buffer.from(text));
    return isDeepStrictEqual(after.data, entry.data) && isDeepStrictEqual(meaningOf(after.body), meaningOf(body));
  };
  const tries = [
    ended(trimmed(front, () => false) + trimmed(body, (line) => code.has(line))),
    ended(front + trimmed(body, (line) => code.has(line))),
    ended(front + body),
  ];
  return tries.find(same) ?? entry.text;
};

const named = (list: readonly string[]): string =>
  list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} and ${list.at(-1) ?? ''}`;

/** What `--fix` would tidy in this file, in one warning at the first place. */
export const checkTidy = (entry: Entry): Fault[] => {
  const { text, at, bom } = entry;
  const tidier = tidy(entry);
  if (tidier === text && !bom) return [];
  const unixed = text.replaceAll('\r\n', '\n').split('\n');
  const line = tidier.split('\n').findIndex((clean, index) => clean !== unixed[index] && index < unixed.length - 1);
  const found = [
    ...(bom ? [{ what: 'an invisible mark before its first line', place: at(0) }] : []),
    ...(text.includes('\r\n') ? [{ what: 'Windows line ends', place: at(text.indexOf('\r\n')) }] : []),
    ...(line === -1
      ? []
      : [
          { what: 'spaces at the end of a line', place: { line: line + 1, column: (tidier.split('\n')[line] ?? '').length + 1 } },
        ]),
    ...(text.endsWith('\n') ? [] : [{ what: 'no line end at its end', place: at(text.length) }]),
  ].toSorted((a, b) => a.place.line - b.place.line);
  const [first] = found;
  if (!first) return [];
  return [
    {
      ...first.place,
      rule: 'tidy',
      message: `This file has ${named(found.map(({ what }) => what))}. npm run check -- --fix tidies it.`,
    },
  ];
};
