/** The form at work: it judges while somebody writes, keeps what was typed, and hands the finished file over. */
import { z } from 'astro/zod';
import { addItem, fillPairs, fillValues, focusable, pairsIn } from './controls.ts';
import { showHandOver } from './send.ts';
import { judge, suggestedName, type Judgement, type Surroundings } from './judge.ts';
import { kindOf, type KindName } from './kinds.ts';
import { LikelyList } from './likely.ts';
import { summarise, tellFields } from './messages.ts';
import { forget, keep, readKept } from './store.ts';
import { FILE_NAME, readPairs, TEXT, type Values } from './values.ts';

// The policy of the page allows no code made from text, and Zod would otherwise try whether it does.
z.config({ jitless: true });

/** Until somebody stops typing, in milliseconds. */
const PAUSE = 300;

const SENDING = '#send';

interface Stored {
  values: Values;
  text: string;
}

const json = async <T>(address: string): Promise<T> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as T;
};

const part = (root: HTMLElement, name: string): HTMLElement => {
  const found = root.querySelector<HTMLElement>(`[data-${name}]`);
  if (!found) throw new Error(`The form has no part called ${name}.`);
  return found;
};

/** Starts the form inside `root` once the site has told what it needs. */
export const runForm = async (root: HTMLElement): Promise<{ submit: () => void }> => {
  const name = root.dataset.kind as KindName;
  const kind = kindOf(name);
  const form = root.querySelector('form');
  if (!form) throw new Error('There is no form.');
  const entry = new URLSearchParams(location.search).get('entry') ?? undefined;
  const folder = kind.folder.replace(/^content\//, '');
  const [schemaOf, around, stored] = await Promise.all([
    kind.schema(),
    json<Record<string, Surroundings>>(root.dataset.surroundings ?? ''),
    entry === undefined ? undefined : json<Stored>(`${root.dataset.entries ?? ''}${folder}/${encodeURIComponent(entry)}.json`),
  ]);
  const schema = schemaOf();
  const surroundings = around[name] ?? { taken: [], known: {} };
  const kept = readKept(name);

  const errors = part(root, 'errors');
  const writing = part(root, 'writing');
  const sending = part(root, 'sending');
  const nameField = form.elements.namedItem(FILE_NAME) as HTMLInputElement | null;
  const touched = new WeakSet<Element>();
  let all = false;
  let latest: Judgement;

  const look = (): void => {
    const pairs = pairsIn(form);
    latest = judge(kind, schema, pairs, surroundings, entry);
    likely.show(latest.likely);
    tellFields(form, latest.faults, (field) => all || touched.has(field));
    if (nameField) nameField.placeholder = suggestedName(kind, readPairs(pairs).values);
    part(root, 'file').textContent = latest.text;
    part(root, 'path').textContent = latest.path;
  };
  const save = (): void => keep(name, { pairs: pairsIn(form), reasons: likely.reasons });
  const likely = new LikelyList(part(root, 'likely'), form, kept?.reasons ?? {}, save);

  if (kept) fillPairs(form, kept.pairs);
  else if (stored) {
    fillValues(form, stored.values);
    fillPairs(form, [[TEXT, stored.text]]);
  }
  if (entry !== undefined) nameField?.closest('[data-field]')?.remove();

  const showStep = (): void => {
    const sent = location.hash === SENDING && latest.faults.length === 0 && latest.likely.every((one) => likely.reasonFor(one));
    writing.hidden = sent;
    sending.hidden = !sent;
    if (!sent) return;
    const reasons = latest.likely.map((one) => ({ message: one.message, reason: likely.reasonFor(one) ?? '' }));
    showHandOver(root, latest, reasons, entry !== undefined);
    sending.querySelector<HTMLElement>('h2')?.focus();
  };

  const submit = (): void => {
    all = true;
    look();
    save();
    const open = latest.likely.filter((one) => !likely.reasonFor(one));
    summarise(errors, form, [...latest.faults, ...open]);
    if (latest.faults.length > 0 || open.length > 0) return;
    if (location.hash === SENDING) showStep();
    else location.hash = SENDING;
  };

  let timer = 0;
  // Not at once: a message that comes or goes moves what is below it, perhaps from under a finger that is pressing.
  const lookSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE) as unknown as number;
  };
  form.addEventListener('input', () => {
    save();
    lookSoon();
  });
  form.addEventListener('focusout', (event) => {
    for (
      let field = (event.target as Element).closest('[data-field]');
      field;
      field = field.parentElement?.closest('[data-field]') ?? null
    ) {
      // A group is judged when somebody leaves it, not when they go on inside it.
      if (!field.contains(event.relatedTarget as Node | null)) touched.add(field);
    }
    lookSoon();
  });
  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button');
    const list = button?.closest<HTMLElement>('[data-list]');
    if (!button || !list) return;
    if (button.dataset.add !== undefined) focusable(addItem(list))?.focus();
    else if (button.dataset.remove !== undefined) {
      button.closest('[data-item]')?.remove();
      list.querySelector<HTMLElement>(':scope > [data-add]')?.focus();
    } else return;
    save();
    look();
  });
  root.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button');
    if (button?.dataset.back !== undefined) history.back();
    if (button?.dataset.finish === undefined) return;
    forget(name);
    location.replace(location.pathname);
  });
  addEventListener('hashchange', () => {
    showStep();
    if (!sending.hidden || location.hash === SENDING) return;
    form.querySelector<HTMLElement>('button[type=submit]')?.focus();
  });
  look();
  showStep();
  return { submit };
};
