/** The content checker: reads all content once and returns every problem, sorted. It changes nothing. */
import { z } from 'astro/zod';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { entryName, type Refs } from '../fields.ts';
import { settingsSchema, SETTINGS_FILE } from '../site/settings.ts';
import { checkFields } from './fields.ts';
import { inOrder, type Problem } from './problems.ts';
import { readContent, readText, readYamlFile, withoutCode, type Content, type Entry } from './read.ts';
import { reservedPaths, rooms } from './rooms.ts';

/** A mark in the one form that pages use; in any other form, or without an id, there is no group. */
const SOURCE_MARK = /(?<!\\)<Source\b(?:\s+id="([^"]*)"\s*\/>)?/g;

/** References that know every entry: a name that does not exist is a problem of its own kind. */
const refsTo = ({ entries }: Content): Refs => {
  const existing = (folder: string, what: string, fits: (entry: Entry) => boolean = () => true) => {
    const names = entries.filter((entry) => entry.room.folder === folder && fits(entry)).map(({ id }) => id);
    const known = new Set(names);
    return entryName.superRefine((name, context) => {
      if (known.has(name) || !entryName.safeParse(name).success) return;
      const message = `There is no ${what} called "${name}" in ${folder}/. There are: ${names.join(', ') || 'none yet'}.`;
      context.addIssue({ code: 'custom', message, params: { reference: true } });
    });
  };
  // A contact that cannot be read is reported itself; it may well be an organisation.
  const isOrganisation = ({ data }: Entry) => data === undefined || (data as { kind?: unknown }).kind === 'organisation';
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
    const page = /([^/]+)\.(mdx?|markdown)$/i.exec(file)?.[1];
    const fix = !folder
      ? `Content lies in ${rooms.map((room) => room.folder).join(', ')}.`
      : page
        ? `Make it ${folder}/${page}.mdx.`
        : `An entry is one .mdx file directly in ${folder}/; move, rename or remove this file.`;
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
  // Without readable front matter nobody knows which sources are listed.
  if (entry.data === undefined) return [];
  const listed = (entry.data as { sources?: unknown }).sources;
  const ids = (Array.isArray(listed) ? listed : []).map((source) => (source as { id?: unknown } | null)?.id);
  const names = ids.filter((id) => typeof id === 'string');
  const marks = [...withoutCode(entry.body).matchAll(SOURCE_MARK)];
  const used = new Set(marks.map((mark) => mark[1]));
  const problem = (offset: number, message: string): Problem => ({
    file: entry.file,
    ...entry.at(offset),
    rule: 'source',
    message,
  });
  const lost = marks
    .filter(([, id]) => id === undefined || !names.includes(id))
    .map(({ 1: id, index }) =>
      problem(
        entry.bodyStart + index,
        id === undefined
          ? 'Write the mark of a source exactly as <Source id="name" />, with straight double quotes.'
          : `<Source id="${id}" /> leads nowhere. The sources of this page are: ${names.join(', ') || 'none yet'}.`,
      ),
    );
  // Other entries may cite in their front matter only, as a definition or an evidence card does.
  if (entry.room.folder !== 'content/guide') return lost;
  const idle = ids.flatMap((id, index) => {
    if (typeof id !== 'string' || used.has(id)) return [];
    const node = entry.front.getIn(['sources', index], true) as { range?: [number, number, number] } | undefined;
    const message = `The source "${id}" is listed but no sentence cites it. Add <Source id="${id}" /> where it belongs, or remove it.`;
    return [problem(entry.frontStart + (node?.range?.[0] ?? 0), message)];
  });
  return [...lost, ...idle];
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
  const room = { folder: 'content', schema: settingsSchema, path: () => '/' };
  return checkFields(readYamlFile(room, SETTINGS_FILE, readText(join(root, SETTINGS_FILE))), settingsSchema(refs));
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
