/** The version of the index that a page asks for: another one as soon as any content is another. */
import { createHash } from 'node:crypto';
import { getCollection } from 'astro:content';

const read = async (): Promise<string> => {
  const collections = await Promise.all([
    getCollection('projects'),
    getCollection('guide'),
    getCollection('series'),
    getCollection('sessions'),
    getCollection('contacts'),
    getCollection('glossary'),
    getCollection('pages'),
  ]);
  const hash = createHash('sha256');
  for (const { id, digest } of collections.flat()) hash.update(`${id} ${digest}\n`);
  return hash.digest('hex').slice(0, 8);
};

let version: Promise<string> | undefined;

/** Read once per build: every page asks for it. */
export const indexVersion = (): Promise<string> => (version ??= read());
