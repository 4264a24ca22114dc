/** The entries that a reference may name, as choices. */
import type { Choice, Pickers } from './shape.ts';

interface Listed {
  folder: string;
  id: string;
  data: object;
}

/** What a reader calls an entry. */
const called = ({ id, data }: Listed): string => {
  const { name, title } = data as { name?: unknown; title?: unknown };
  return [name, title].find((one) => typeof one === 'string') ?? id;
};

/** The pickers of a site with these entries, each by name. */
export const pickersOf = (entries: readonly Listed[]): Pickers => {
  const of = (folder: string, fits: (entry: Listed) => boolean = () => true): Choice[] =>
    entries
      .filter((entry) => entry.folder === folder && fits(entry))
      .map((entry) => ({ value: entry.id, label: called(entry) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
  return {
    contact: of('content/contacts'),
    organisation: of('content/contacts', ({ data }) => (data as { kind?: unknown }).kind === 'organisation'),
    project: of('content/projects'),
    guide: of('content/guide'),
    series: of('content/meetups/series'),
  };
};
