/** Reads the content folder once: every file with its fields, its text and the means to find a line again. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from './decode.ts';
import { partsOf, readFront, type Front, type Parts } from './front-matter.ts';
import { placesIn, type Place } from './lines.ts';
import type { Fault } from './problems.ts';
import { fieldNames, rooms, type Room } from './rooms.ts';
import { readFast } from './yaml.ts';

export interface Entry {
  room: Room;
  id: string;
  /** Relative to the root of the repository, with forward slashes. */
  file: string;
  /** The whole file, without a byte order mark. */
  text: string;
  /** The fields exactly as the build reads them, where nothing in them can be misread; else undefined, and `front` knows. */
  fast: { built: unknown } | undefined;
  /** Whether fields were found at all. */
  readable: boolean;
  /** The fields read with care, as a tree. Read when first asked for. */
  front: () => Front;
  /** The fields as plain values, undefined when they cannot be read. */
  data: unknown;
  body: string;
  /** Turns an offset into the file into a line and a column, counted from 1. */
  at: (offset: number) => Place;
  /** Where the front matter and the body begin in the file. */
  frontStart: number;
  bodyStart: number;
  /** What is wrong with the file as a whole: its bytes, or the beginning and the end of its front matter. */
  faults: Fault[];
  /** Whether the file begins with a byte order mark. */
  bom: boolean;
}

export interface Content {
  entries: Entry[];
  /** Files in the content folder that are no entry, with the room they lie in. */
  strays: { file: string; folder: string }[];
}

const entryOf = (room: Room, file: string, bytes: Buffer, take: (text: string) => Parts): Entry => {
  const { text, fault, bom } = decode(bytes);
  const at = placesIn(text);
  const { yaml, frontStart, bodyStart, fault: odd } = take(text);
  const faults: Fault[] = fault ? [fault] : [];
  // What cannot be read at all has no beginning either.
  if (odd && !(fault && text === '')) {
    const { offset, message, fix } = odd;
    faults.push({ ...at(offset), rule: 'yaml', message, ...(fix === undefined ? {} : { fix }) });
  }
  // Where no fields were found, saying which are missing would be an echo.
  const readable = odd === undefined || yaml.trim() !== '';
  const fast = readable ? readFast(yaml) : undefined;
  let front: Front | undefined;
  const read = () => (front ??= readFront(yaml, fieldNames()));
  return {
    room,
    file,
    id: file.slice(room.folder.length + 1).replace(/\.mdx$/, ''),
    text,
    fast,
    readable,
    front: read,
    data: fast ? fast.built : readable ? read().values?.written : undefined,
    body: text.slice(bodyStart),
    at,
    frontStart,
    bodyStart,
    faults,
    bom,
  };
};

/** Takes one page apart. */
export const readEntry = (room: Room, file: string, bytes: Buffer): Entry =>
  entryOf(room, file, bytes, (text) => partsOf(text, fieldNames()));

/** Takes a file apart that is YAML from its first line to its last. */
export const readYamlFile = (room: Room, file: string, bytes: Buffer): Entry =>
  entryOf(room, file, bytes, (text) => ({ yaml: text, frontStart: 0, bodyStart: text.length }));

/** What an operating system or an editor leaves behind, such as `.DS_Store`. */
const HIDDEN = /(^|\/)\./;

/** Every file below a folder, relative to `root`, sorted. */
export const filesBelow = (root: string, folder: string): string[] =>
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
      if (/^[^/]+\.mdx$/.test(name)) content.entries.push(readEntry(room, file, readFileSync(join(root, file))));
      else if (!HIDDEN.test(name)) content.strays.push({ file, folder: room.folder });
    }
  }
  for (const file of filesBelow(root, 'content')) {
    if (!taken.has(file) && file !== 'content/site.yaml' && !HIDDEN.test(file)) content.strays.push({ file, folder: '' });
  }
  return content;
};
