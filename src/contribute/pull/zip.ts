/**
 * Takes one small file out of a zip, in memory. The archive comes from a run of somebody else's code: nothing of it is written to a
 * disk, so no name in it can lead anywhere, and no more is unpacked than was asked for. Format: PKWARE's APPNOTE.TXT, 4.3.
 */
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;

/** The fixed parts of the three records, in bytes. */
const END_SIZE = 22;
const LISTED_SIZE = 46;
const LOCAL_SIZE = 30;

const STORED = 0;
const DEFLATED = 8;

const refuse = (why: string): never => {
  throw new Error(`This zip cannot be read: ${why}.`);
};

/** Where the list of files begins, and how many there are. It stands at the end, before a comment of any length. */
const listOf = (zip: Buffer): { at: number; files: number } => {
  for (let at = zip.length - END_SIZE; at >= 0; at -= 1)
    if (zip.readUInt32LE(at) === END) return { at: zip.readUInt32LE(at + 16), files: zip.readUInt16LE(at + 10) };
  return refuse('it has no end');
};

/**
 * The bytes of the file `name`.
 *
 * @param most how many bytes it may have.
 * @throws when there is no such file, it has more bytes, or the archive is damaged.
 */
export const fileInZip = (bytes: Uint8Array, name: string, most: number): Uint8Array => {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let { at, files } = listOf(zip);
  for (; files > 0; files -= 1) {
    if (zip.readUInt32LE(at) !== LISTED) return refuse('its list is damaged');
    const nameEnds = at + LISTED_SIZE + zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + LISTED_SIZE, nameEnds) === name) {
      const method = zip.readUInt16LE(at + 10);
      const packed = zip.readUInt32LE(at + 20);
      const local = zip.readUInt32LE(at + 42);
      if (zip.readUInt32LE(local) !== LOCAL) return refuse('a file is not where its list says');
      const from = local + LOCAL_SIZE + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      if (from + packed > zip.length) return refuse('it is cut off');
      const data = zip.subarray(from, from + packed);
      if (method === DEFLATED) return inflateRawSync(data, { maxOutputLength: most });
      if (method !== STORED || packed > most) return refuse('it is packed in a way we do not know, or too large');
      return data;
    }
    at = nameEnds + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return refuse(`there is no ${name} in it`);
};
