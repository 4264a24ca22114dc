/** Labels that say which part of the site a pull request is about. Labels that people give are left alone. */
import { rooms } from '../../check/rooms.ts';
import type { Ask } from '../github.ts';

const CONTENT = 'content/';

/** The name of a folder below `content/`; series and sessions of meet-ups are one subject. */
const subjectOf = (path: string): string => path.slice(CONTENT.length).split('/')[0] ?? '';

const subjects: ReadonlySet<string> = new Set(rooms.map(({ folder }) => subjectOf(folder)));

const CODE = 'code';
const OTHER = 'content: other';

/** Every label that is given and taken away here. */
export const ownLabels: readonly string[] = [...[...subjects].map((subject) => `content: ${subject}`), OTHER, CODE];

/** The labels for a change of these files. */
export const labelsFor = (paths: readonly string[]): string[] => {
  const labels = paths.map((path) => {
    if (!path.startsWith(CONTENT)) return CODE;
    return subjects.has(subjectOf(path)) ? `content: ${subjectOf(path)}` : OTHER;
  });
  return ownLabels.filter((label) => labels.includes(label));
};

/** Gives a pull request the labels for `paths`, and takes away those of ours that fit no longer. */
export const keepLabels = async (ask: Ask, number: number, paths: readonly string[]): Promise<void> => {
  const has = ((await ask('GET', `/issues/${number}/labels?per_page=100`)) as { name: string }[]).map(({ name }) => name);
  const wanted = labelsFor(paths);
  const missing = wanted.filter((label) => !has.includes(label));
  if (missing.length > 0) await ask('POST', `/issues/${number}/labels`, { labels: missing });
  for (const label of ownLabels)
    if (has.includes(label) && !wanted.includes(label))
      await ask('DELETE', `/issues/${number}/labels/${encodeURIComponent(label)}`);
};
