/** The people and organisations whose names and addresses may stand on a page: those with an entry in `content/contacts`. */
import { parse } from 'yaml';
import type { Known } from '../index.ts';

const CONTACT = /^content\/contacts\/[^/]+\.mdx$/;

/** The values of these fields, however deep they lie. */
const named = (node: unknown, names: RegExp): string[] => {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    names.test(name) && typeof value === 'string' ? [value] : named(value, names),
  );
};

const fieldsOf = (text: string): unknown => {
  try {
    return parse(/^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '', { logLevel: 'silent' });
  } catch {
    // The checker says what is wrong with the front matter; nobody is known from it.
    return undefined;
  }
};

/** Who is known from these files; the others are passed over. */
export const knownFrom = (files: Iterable<{ path: string; bytes: Uint8Array }>): Known => {
  const known = { emails: [] as string[], phones: [] as string[], names: [] as string[] };
  for (const { path, bytes } of files) {
    if (!CONTACT.test(path)) continue;
    const fields = fieldsOf(new TextDecoder().decode(bytes));
    known.emails.push(...named(fields, /^e-?mail$/i));
    known.phones.push(...named(fields, /^(?:tele)?phone$|^mobile$/i));
    known.names.push(...named(fields, /^name$/));
  }
  return known;
};
