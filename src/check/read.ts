/** Reads the content folder once: every file with its front matter, its text and the means to find a line again. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { rooms, type Room } from './rooms.ts';

export interface Entry {
  room: Room;
  id: string;
  /** Relative to the root of the repository, with forward slashes. */
  file: string;
  /** The front matter, kept as a tree so that a field can be found in the file. */
  front: Document.Parsed;
  /** The front matter as plain values. Dates stay the text that was written. */
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

const FRONT_MATTER = /^(?:\uFEFF)?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/;

/** Takes one file apart. A file without front matter has empty front matter. */
export const readEntry = (room: Room, file: string, text: string): Entry => {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) lines.addNewLine(index + 1);
  const match = FRONT_MATTER.exec(text);
  const yaml = match?.[1] ?? '';
  const front = parseDocument(yaml, { schema: 'core', uniqueKeys: true, prettyErrors: false });
  return {
    room,
    file,
    id: file.slice(room.folder.length + 1).replace(/\.mdx$/, ''),
    front,
    data: front.errors.length > 0 ? undefined : (front.toJS() ?? {}),
    body: text.slice(match?.[0].length ?? 0),
    at: (offset) => {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    },
    frontStart: match ? match[0].indexOf('\n') + 1 : 0,
    bodyStart: match?.[0].length ?? 0,
  };
};

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
      if (/^[^/]+\.mdx$/.test(name)) content.entries.push(readEntry(room, file, readFileSync(join(root, file), 'utf8')));
      else if (!name.startsWith('.')) content.strays.push({ file, folder: room.folder });
    }
  }
  for (const file of filesBelow(root, 'content')) {
    if (!taken.has(file) && file !== 'content/site.yaml' && !/(^|\/)\./.test(file)) content.strays.push({ file, folder: '' });
  }
  return content;
};
