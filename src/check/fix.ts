/** `npm run check -- --fix`: mends what can only be meant in one way. It changes no meaning, and a second run changes nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { entryName } from '../fields.ts';
import { checkFields } from './fields.ts';
import { betterName } from './places.ts';
import { isError, type Fault } from './problems.ts';
import { readContent, readEntry, type Content, type Entry } from './read.ts';
import { refsTo } from './references.ts';
import { checkTidy, tidy } from './tidy.ts';
import { moveFile, writeWhole } from './write.ts';

/** What was changed in one file, in words. */
export interface Change {
  file: string;
  what: string;
}

/** No file needs more rounds than it has lines with a fault; this only ends what would never end. */
const MOST_ROUNDS = 200;

const withLine = (text: string, { line, fix = '' }: Fault): { text: string; before: string } => {
  const lines = text.split('\n');
  const before = lines[line - 1] ?? '';
  lines[line - 1] = (/^\s*/.exec(before)?.[0] ?? '') + fix;
  return { text: lines.join('\n'), before: before.trim() };
};

const read = (entry: Entry, text: string): Entry => readEntry(entry.room, entry.file, Buffer.from(text));

/** The entry with every safe line written, and what was written. */
const mendFields = (entry: Entry, schema: z.ZodType): { entry: Entry; said: string[] } => {
  const said: string[] = [];
  let now = entry;
  const given = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const faults = checkFields(now, schema);
    const fault = faults.find(({ safe, fix, line }) => safe && fix && !given.has(`${line} ${fix}`));
    if (!fault?.fix) break;
    given.add(`${fault.line} ${fault.fix}`);
    const { text, before } = withLine(now.text, fault);
    const next = read(now, text);
    // A line that mends nothing was not meant so.
    if (checkFields(next, schema).length >= faults.length) continue;
    now = next;
    said.push(`line ${fault.line}: "${before}" is now "${fault.fix}"`);
  }
  return { entry: now, said };
};

const mendNames = (root: string, content: Content): Change[] => {
  const moved = (from: string, to: string): Change[] => {
    const samePlace = from.toLowerCase() === to.toLowerCase();
    if (!samePlace && existsSync(join(root, to))) return [];
    moveFile(join(root, from), join(root, to));
    return [{ file: from, what: `is now ${to}` }];
  };
  const endings = content.strays.flatMap(({ file, folder }) => {
    const name = new RegExp(`^${folder}/([^/]+)\\.(?:mdx?|markdown)$`, 'i').exec(file)?.[1];
    return folder && name && !/\.mdx$/.test(file) ? moved(file, `${folder}/${name}.mdx`) : [];
  });
  const entries = endings.length > 0 ? readContent(root).entries : content.entries;
  const names = entries.flatMap((entry) => {
    if (entryName.safeParse(entry.id).success) return [];
    const better = betterName(entry);
    return better ? moved(entry.file, `${entry.room.folder}/${better}.mdx`) : [];
  });
  return [...endings, ...names];
};

/** Mends all content below `root` and says what it changed. Files that are not UTF-8 are left alone. */
export const fixContent = (root: string): Change[] => {
  const changes = mendNames(root, readContent(root));
  const content = readContent(root);
  const refs = refsTo(content);
  const schemas = new Map<string, z.ZodType>();
  for (const entry of content.entries) {
    if (entry.faults.some(({ rule }) => rule === 'encoding')) continue;
    const { room, file } = entry;
    const schema = schemas.get(room.folder) ?? room.schema(refs);
    schemas.set(room.folder, schema);
    const faults = [...checkFields(entry, schema), ...checkTidy(entry)];
    if (!faults.some((fault) => fault.safe || !isError(fault))) continue;
    const mended = mendFields(read(entry, tidy(entry)), schema);
    const tidier = tidy(mended.entry);
    const what = [...mended.said];
    if (checkTidy(entry).length > checkTidy(read(entry, tidier)).length) what.unshift('line ends are tidy');
    if (Buffer.from(tidier).equals(readFileSync(join(root, file)))) continue;
    writeWhole(join(root, file), tidier);
    changes.push(...what.map((words) => ({ file, what: words })));
  }
  return changes;
};
