/** Checks that every mark of a source leads to one, and that every listed source is cited. */
import { entryName } from '../fields.ts';
import { placeOf } from './fields.ts';
import { nearest } from '../nearest.ts';
import type { Fault } from './problems.ts';
import type { Entry } from './read.ts';
import type { Text } from './text.ts';
import { uncited } from './wording.ts';

const mark = (id: string): string => `<Source id="${id}" />`;

/** Every mark that leads nowhere and, where the room asks for it, every source that no mark leads to. */
export const checkSources = (entry: Entry, text: Text): Fault[] => {
  // Without readable front matter nobody knows which sources are listed.
  if (entry.data === undefined) return [];
  const listed = (entry.data as { sources?: unknown }).sources;
  const ids = (Array.isArray(listed) ? listed : []).map((source) => (source as { id?: unknown } | null)?.id);
  const names = ids.filter((id) => typeof id === 'string');
  const marks = text.components.filter(({ name }) => name === 'Source');
  const used = new Set(marks.map(({ attributes }) => attributes.id));
  const lost = marks.flatMap(({ start, attributes: { id } }): Fault[] => {
    // A mark without an id is a fault of the component.
    if (id === undefined || names.includes(id)) return [];
    const at = { ...entry.at(entry.bodyStart + start), rule: 'source' as const };
    const near = nearest(id, names);
    const message = `${mark(id)} leads nowhere. The sources of this page are: ${names.join(', ') || 'none yet'}.`;
    return [{ ...at, message, ...(near === undefined ? {} : { fix: mark(near) }) }];
  });
  // Other entries may cite in their front matter only, as a definition or an evidence card does.
  if (!entry.room.citesAll) return lost;
  // A mark that is misspelt or malformed was meant to cite its source.
  const attempted = (id: string): boolean =>
    lost.some(({ fix }) => fix === mark(id)) ||
    text.faults.some(({ offset }) => {
      const passage = entry.body.slice(offset, offset + 120).split('\n', 1)[0] ?? '';
      return /^<source/i.test(passage) && passage.includes(id);
    });
  const idle = ids.flatMap((id, index): Fault[] => {
    if (typeof id !== 'string' || used.has(id) || !entryName.safeParse(id).success || attempted(id)) return [];
    return [{ ...placeOf(entry, ['sources', index]), rule: 'source', message: uncited(id) }];
  });
  return [...lost, ...idle];
};
