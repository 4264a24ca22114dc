/** The form at work: it judges while somebody writes, keeps what was typed, and hands over what has become of it. */
import { addItem, fillPairs, focusable, pairsIn } from './controls.ts';
import type { Judgement } from './judge.ts';
import { LikelyList } from './likely.ts';
import { summarise, tellFields } from './messages.ts';
import { showPreview } from './preview.ts';
import { forget, keep, readKept } from './store.ts';
import type { Pair } from './values.ts';

/** Until somebody stops typing, in milliseconds. */
const PAUSE = 300;

const SENDING = '#send';

/** A reason why something that looks like an identifier is none, with what was said of it. */
export interface Reason {
  message: string;
  reason: string;
}

/** What is done with a form of one kind. */
export interface Work {
  judge: (pairs: readonly Pair[]) => Judgement;
  /** Prepares the form, and fills it where nobody has written in it yet. */
  begin: (form: HTMLFormElement, fresh: boolean) => void;
  handOver: (judgement: Judgement, reasons: readonly Reason[]) => void;
}

const part = (root: HTMLElement, name: string): HTMLElement => {
  const found = root.querySelector<HTMLElement>(`[data-${name}]`);
  if (!found) throw new Error(`The form has no part called ${name}.`);
  return found;
};

/** Starts the form inside `root`. */
export const runForm = (root: HTMLElement, work: Work): { submit: () => void } => {
  const name = root.dataset.kind ?? '';
  const form = root.querySelector('form');
  if (!form) throw new Error('There is no form.');
  const kept = readKept(name);

  const errors = part(root, 'errors');
  const writing = part(root, 'writing');
  const sending = part(root, 'sending');
  const touched = new WeakSet<Element>();
  let all = false;
  let latest: Judgement;

  const look = (): void => {
    latest = work.judge(pairsIn(form));
    likely.show(latest.likely);
    tellFields(form, latest.faults, (field) => all || touched.has(field));
    root.querySelectorAll('[data-file]').forEach((file) => (file.textContent = latest.text));
    root.querySelectorAll('[data-path]').forEach((path) => (path.textContent = latest.path));
    showPreview(root, latest.values);
  };
  const save = (): void => keep(name, { pairs: pairsIn(form), reasons: likely.reasons });
  const likely = new LikelyList(part(root, 'likely'), form, kept?.reasons ?? {}, save);

  work.begin(form, kept === undefined);
  if (kept) fillPairs(form, kept.pairs);

  const showStep = (): void => {
    const sent = location.hash === SENDING && latest.faults.length === 0 && latest.likely.every((one) => likely.reasonFor(one));
    writing.hidden = sent;
    sending.hidden = !sent;
    if (!sent) return;
    const reasons = latest.likely.map((one) => ({ message: one.message, reason: likely.reasonFor(one) ?? '' }));
    work.handOver(latest, reasons);
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
