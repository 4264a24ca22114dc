/** Checks where files lie, what they are called, and that no two pages share an address. */
import { entryName } from '../fields.ts';
import type { Problem } from './problems.ts';
import type { Content, Entry } from './read.ts';
import { rooms } from './rooms.ts';
import { sitePages } from './site-pages.ts';
import { nameFrom } from './suggest.ts';

const start = { line: 1, column: 1 } as const;

const misplaced = ({ strays }: Content): Problem[] =>
  strays.map(({ file, folder }) => {
    const page = /([^/]+)\.(mdx?|markdown)$/i.exec(file)?.[1];
    const mend = !folder
      ? `Content lies in ${rooms.map((room) => room.folder).join(', ')}.`
      : page
        ? `Make it ${folder}/${page}.mdx.`
        : `An entry is one .mdx file directly in ${folder}/; move, rename or remove this file.`;
    return {
      file,
      ...start,
      rule: 'file-place',
      message: `This file would not become a page. ${mend}`,
      ...(folder && page ? { fix: `${folder}/${page}.mdx` } : {}),
    };
  });

/** The name that a file should have had: its own in the right form, else one made from its title. */
export const betterName = (entry: Entry): string => {
  const { title, name, term } = (entry.data ?? {}) as Record<string, unknown>;
  const words = [title, name, term].find((one) => typeof one === 'string');
  return nameFrom(entry.id) || nameFrom(words ?? '');
};

/** Every file that would become no page, or a page at another's address. */
export const checkPlaces = (content: Content): Problem[] => {
  const problems = misplaced(content);
  const byPath = new Map<string, Entry>();
  const made = sitePages();
  for (const entry of content.entries) {
    if (!entryName.safeParse(entry.id).success) {
      const better = betterName(entry);
      problems.push({
        file: entry.file,
        ...start,
        rule: 'file-place',
        message: `The file name becomes the address: use lower-case letters, digits and hyphens only, not "${entry.id}".`,
        ...(better ? { fix: `${entry.room.folder}/${better}.mdx` } : {}),
      });
    }
    const path = entry.room.path(entry.id.toLowerCase());
    const other = byPath.get(path);
    if (other)
      problems.push({
        file: entry.file,
        ...start,
        rule: 'duplicate',
        message: `${other.file} already has the address ${path}. Rename one of the two.`,
      });
    else if (made.has(path))
      problems.push({
        file: entry.file,
        ...start,
        rule: 'duplicate',
        message: `The site itself makes the page ${path}. Choose another file name.`,
      });
    byPath.set(path, entry);
  }
  return problems;
};
