/** Takes a file apart into the texts that can be read in it: its name, its words, what its pictures carry with them. */
import ExifReader from 'exifreader';
import { gunzipSync, inflateSync } from 'node:zlib';
import { placesIn } from '../index.ts';

interface Place {
  line: number;
  column: number;
}

/** One text of a file, and how a place in it is found again in the file. */
export interface Piece {
  text: string;
  at: (offset: number) => Place;
}

export interface Reading {
  pieces: Piece[];
  /** Nobody can say what is inside. */
  unreadable: boolean;
  /** Where the file holds a picture that says where it was taken. */
  pictures: Place[];
}

const START: Place = { line: 1, column: 1 };
const atStart = (text: string): Piece => ({ text, at: () => START });

/** What these hold is shapes of letters and the like; their names are read. */
const NO_WORDS = /\.(?:woff2?|ttf|otf|ico)$/i;

/** More than this is not unpacked; such a file counts as unreadable. */
const LARGEST = 20_000_000;

const startsWith = (bytes: Uint8Array, signature: string, from = 0): boolean =>
  [...signature].every((sign, index) => bytes[from + index] === sign.charCodeAt(0));

const isImage = (bytes: Uint8Array): boolean =>
  startsWith(bytes, '\xff\xd8\xff') ||
  startsWith(bytes, '\x89PNG') ||
  startsWith(bytes, 'GIF8') ||
  (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) ||
  startsWith(bytes, 'ftyp', 4) ||
  startsWith(bytes, 'II*\0') ||
  startsWith(bytes, 'MM\0*') ||
  startsWith(bytes, 'JXL ', 4);

/** The text of bytes, or nothing where they are no text. Windows programs still save UTF-16 and Windows-1252. */
const textOf = (bytes: Uint8Array): string | undefined => {
  if (startsWith(bytes, '\xff\xfe')) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, '\xfe\xff')) return new TextDecoder('utf-16be').decode(bytes);
  const head = bytes.subarray(0, 8192);
  if (head.includes(0)) {
    const zeros = head.filter((byte) => byte === 0).length;
    const odd = head.filter((byte, index) => byte === 0 && index % 2 === 1).length;
    if (zeros < head.length / 4) return undefined;
    return odd > zeros * 0.9
      ? new TextDecoder('utf-16le').decode(bytes)
      : odd < zeros * 0.1
        ? new TextDecoder('utf-16be').decode(bytes)
        : undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const controls = head.filter((byte) => byte < 32 && ![9, 10, 12, 13].includes(byte)).length;
    return controls > head.length / 100 ? undefined : new TextDecoder('windows-1252').decode(bytes);
  }
};

/** Letters in a row, long enough not to come about by chance in a picture's own bytes. */
const wordsAmong = (bytes: Uint8Array): string =>
  (
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      .toString('latin1')
      .match(/[\x20-\x7e\t\r\n]{24,}/g) ?? []
  ).join('\n');

/** The compressed texts of a PNG, which the metadata reader leaves packed. */
const packedPngTexts = (bytes: Uint8Array): string[] => {
  if (!startsWith(bytes, '\x89PNG')) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts: string[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (kind === 'zTXt' || (kind === 'iTXt' && data[data.indexOf(0) + 1] === 1)) {
      const name = data.indexOf(0);
      const body = kind === 'zTXt' ? name + 2 : data.indexOf(0, data.indexOf(0, name + 3) + 1) + 1;
      try {
        texts.push(inflateSync(data.subarray(body), { maxOutputLength: LARGEST }).toString('utf8'));
      } catch {
        // A damaged text is left to the words among the bytes.
      }
    }
    at += 12 + length;
  }
  return texts;
};

/** Texts in what a metadata reader gives back, which nests values in values. */
const valuesOf = (node: unknown, depth = 0): string[] => {
  if (typeof node === 'string') return [node];
  if (depth > 6 || typeof node !== 'object' || node === null || ArrayBuffer.isView(node)) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    name === 'description' || name === '_raw' || typeof value === 'object' ? valuesOf(value, depth + 1) : [],
  );
};

const readImage = (bytes: Uint8Array): { text: string; hasPlace: boolean } => {
  try {
    const tags = ExifReader.load(Buffer.from(bytes), { expanded: true, includeUnknown: true });
    const texts = Object.entries(tags).flatMap(([group, values]) =>
      group === 'Thumbnail' || group === 'icc' || group === 'file'
        ? []
        : Object.entries(values as object).map(([name, value]) => `${name}: ${valuesOf(value).join('\n')}`),
    );
    const hasPlace = tags.gps?.Latitude !== undefined || tags.gps?.Longitude !== undefined;
    return { text: [...texts, ...packedPngTexts(bytes), wordsAmong(bytes)].join('\n'), hasPlace };
  } catch {
    return { text: [...packedPngTexts(bytes), wordsAmong(bytes)].join('\n'), hasPlace: false };
  }
};

/** A picture or a text inside another text, as in an SVG, a notebook or a page. */
const EMBEDDED = /(?:data:[\w/+.;=-]{0,80};base64,|"image\/(?:png|jpeg)": ?\[?\s*")([A-Za-z\d+/=\\n\s]{40,})/dg;

const embeddedIn = (text: string, at: (offset: number) => Place): Reading[] =>
  [...text.matchAll(EMBEDDED)].map((match) => {
    const place = at(match.index);
    const inner = readBytes(Buffer.from((match[1] ?? '').replace(/\\n|\s/g, ''), 'base64'), 1);
    return {
      pieces: inner.pieces.map(({ text: words }) => ({ text: words, at: () => place })),
      unreadable: false,
      pictures: inner.pictures.map(() => place),
    };
  });

const readBytes = (bytes: Uint8Array, depth: number): Reading => {
  if (isImage(bytes)) {
    const { text, hasPlace } = readImage(bytes);
    return { pieces: [atStart(text)], unreadable: false, pictures: hasPlace ? [START] : [] };
  }
  if (startsWith(bytes, '\x1f\x8b') && depth < 2) {
    try {
      return readBytes(gunzipSync(bytes, { maxOutputLength: LARGEST }), depth + 1);
    } catch {
      return { pieces: [], unreadable: true, pictures: [] };
    }
  }
  const text = startsWith(bytes, '%PDF') ? undefined : textOf(bytes);
  if (text === undefined) return { pieces: [atStart(wordsAmong(bytes))], unreadable: true, pictures: [] };
  const at = placesIn(text);
  const inside = depth < 1 ? embeddedIn(text, at) : [];
  return {
    pieces: [{ text, at }, ...inside.flatMap(({ pieces }) => pieces)],
    unreadable: false,
    pictures: inside.flatMap(({ pictures }) => pictures),
  };
};

/** Everything that can be read in a file, its name included. */
export const readGuarded = (path: string, bytes: Uint8Array): Reading => {
  // A name joins with hyphens and underscores what people write with spaces.
  const names = [atStart(path), atStart(path.replace(/[_-]+/g, ' '))];
  if (NO_WORDS.test(path)) return { pieces: names, unreadable: false, pictures: [] };
  const { pieces, ...rest } = readBytes(bytes, 0);
  return { pieces: [...names, ...pieces], ...rest };
};
