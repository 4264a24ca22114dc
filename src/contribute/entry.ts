/** The form of an entry: a new one, or one of the site that is being changed. */
import { z } from 'astro/zod';
import { fillValues } from './controls.ts';
import { runForm } from './form.ts';
import { judge, suggestedName, type Surroundings } from './judge.ts';
import { kindOf, type KindName } from './kinds.ts';
import { handOverFile } from './send.ts';
import { FILE_NAME, readPairs, TEXT, type Values } from './values.ts';

// The policy of the page allows no code made from text, and Zod would otherwise try whether it does.
z.config({ jitless: true });

/** An entry as the site publishes it for this form. */
export interface Stored {
  values: Values;
  text: string;
}

const json = async <T>(address: string): Promise<T> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as T;
};

/** Starts the form inside `root` once the site has told what it needs. */
export const run = async (root: HTMLElement): Promise<{ submit: () => void }> => {
  const name = root.dataset.kind as KindName;
  const kind = kindOf(name);
  const entry = new URLSearchParams(location.search).get('entry') ?? undefined;
  const folder = kind.folder.replace(/^content\//, '');
  const [schemaOf, around, stored] = await Promise.all([
    kind.schema(),
    json<Record<string, Surroundings>>(root.dataset.surroundings ?? ''),
    entry === undefined ? undefined : json<Stored>(`${root.dataset.entries ?? ''}${folder}/${encodeURIComponent(entry)}.json`),
  ]);
  const schema = schemaOf();
  const surroundings = around[name] ?? { taken: [], known: {} };
  let nameField: HTMLInputElement | null = null;
  return runForm(root, {
    judge: (pairs) => {
      if (nameField) nameField.placeholder = suggestedName(kind, readPairs(pairs).values);
      return judge(kind, schema, pairs, surroundings, entry);
    },
    begin: (form, fresh) => {
      const field = form.elements.namedItem(FILE_NAME) as HTMLInputElement | null;
      // The name of an entry is its address, and stays.
      if (entry === undefined) nameField = field;
      else field?.closest('[data-field]')?.remove();
      if (stored && fresh) fillValues(form, stored.values, [[TEXT, stored.text]]);
    },
    handOver: (judgement, reasons) => handOverFile(root, judgement, reasons, entry !== undefined),
  });
};
