/** The content checker: reads all content once and returns every problem, sorted. It changes nothing. */
import { z } from 'astro/zod';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryName, type Refs } from '../fields.ts';
import { settingsSchema, SETTINGS_FILE } from '../site/settings.ts';
import { checkFields } from './fields.ts';
import { inOrder, type Problem } from './problems.ts';
import { readContent, readEntry, type Content, type Entry } from './read.ts';
import { reservedPaths, rooms } from './rooms.ts';

const SOURCE_MARK = /<Source\s+id="([^"]*)"\s*\/>/g;

/** References that know every entry: a name that does not exist is a problem of its own kind. */
const refsTo = ({ entries }: Content): Refs => {
  const existing = (folder: string, what: string, fits: (entry: Entry) => boolean = () => true) => {
    const names = entries.filter((entry) => entry.room.folder === folder && fits(entry)).map(({ id }) => id);
    const known = new Set(names);
    return entryName.superRefine((name, context) => {
      if (known.has(name)) return;
      const message = `There is no ${what} called "${name}" in ${folder}/. There are: ${names.join(', ') || 'none yet'}.`;
      context.addIssue({ code: 'custom', message, params: { reference: true } });
    });
  };
  const isOrganisation = (entry: Entry) => (entry.data as { kind?: unknown } | undefined)?.kind === 'organisation';
  return {
    contact: existing('content/contacts', 'contact'),
    organisation: existing('content/contacts', 'organisation', isOrganisation),
    project: existing('content/projects', 'project'),
    guide: existing('content/guide', 'guide page'),
    series: existing('content/meetups/series', 'series'),
  };
};

const checkPlaces = ({ entries, strays }: Content): Problem[] => {
  const start = { line: 1, column: 1 };
  const problems = strays.map(({ file, folder }): Problem => {
    const fix =
      /\.md$/.test(file) && folder
        ? `Rename it to ${file.replace(/\.md$/, '.mdx')}.`
        : folder
          ? `An entry is one .mdx file directly in ${folder}/; move, rename or remove this file.`
          : `Content lies in ${rooms.map((room) => room.folder).join(', ')}.`;
    return { file, ...start, rule: 'file-place', message: `This file would not become a page. ${fix}` };
  });
  const byPath = new Map<string, Entry>();
  for (const entry of entries) {
    if (!entryName.safeParse(entry.id).success) {
      problems.push({
        file: entry.file,
        ...start,
        rule: 'file-place',
        message: `The file name becomes the address: use lower-case letters, digits and hyphens only, not "${entry.id}".`,
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
    else if (reservedPaths.has(path))
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

const checkSources = (entry: Entry): Problem[] => {
  const listed = (entry.data as { sources?: { id?: unknown }[] } | undefined)?.sources;
  const ids = Array.isArray(listed) ? listed.map((source) => String(source?.id)) : [];
  const marks = [...entry.body.matchAll(SOURCE_MARK)];
  const used = new Set(marks.map((mark) => mark[1]));
  const problems = marks
    .filter((mark) => !ids.includes(mark[1] ?? ''))
    .map((mark): Problem => ({
      file: entry.file,
      ...entry.at(entry.bodyStart + mark.index),
      rule: 'source',
      message: `<Source id="${mark[1]}" /> leads nowhere. The sources of this page are: ${ids.join(', ') || 'none yet'}.`,
    }));
  // An entry that cites in its front matter only (a definition, an evidence card) has no marks in its text.
  if (marks.length === 0) return problems;
  const unused = ids.flatMap((id, index) => (used.has(id) ? [] : [{ id, index }]));
  if (entry.room.folder !== 'content/guide') return problems;
  return problems.concat(
    unused.map(({ id, index }): Problem => {
      const node = entry.front.getIn(['sources', index], true) as { range?: [number, number, number] } | undefined;
      return {
        file: entry.file,
        ...entry.at(entry.frontStart + (node?.range?.[0] ?? 0)),
        rule: 'source',
        message: `The source "${id}" is listed but no sentence cites it. Add <Source id="${id}" /> where it belongs, or remove it.`,
      };
    }),
  );
};

const checkSettings = (root: string, refs: Refs): Problem[] => {
  if (!existsSync(join(root, SETTINGS_FILE)))
    return [
      {
        file: SETTINGS_FILE,
        line: 1,
        column: 1,
        rule: 'file-place',
        message: 'The file is missing. It holds the name of the site and whom to ask.',
      },
    ];
  const text = `---\n${readFileSync(join(root, SETTINGS_FILE), 'utf8')}\n---\n`;
  const entry = readEntry({ folder: 'content', schema: settingsSchema, path: () => '/' }, SETTINGS_FILE, text);
  return checkFields(entry, settingsSchema(refs)).map((problem) => ({ ...problem, line: Math.max(problem.line - 1, 1) }));
};

/** Every problem in the content below `root` (an absolute path). An empty list means that the site can be built. */
export const checkContent = (root: string): { problems: Problem[]; files: number } => {
  const content = readContent(root);
  const refs = refsTo(content);
  const schemas = new Map<string, z.ZodType>(rooms.map((room) => [room.folder, room.schema(refs)]));
  const problems = content.entries.flatMap((entry) => [
    ...checkFields(entry, schemas.get(entry.room.folder) ?? z.never()),
    ...checkSources(entry),
  ]);
  return {
    problems: inOrder([...problems, ...checkPlaces(content), ...checkSettings(root, refs)]),
    files: content.entries.length + 1,
  };
};
