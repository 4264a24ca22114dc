/** Reads and fills the controls of a form, and adds and removes the items of its lists. */
import { itemsAt, textsFor, type Pair, type Values } from './values.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const controlsOf = (form: HTMLElement): Control[] => [
  ...form.querySelectorAll<Control>('input[name], select[name], textarea[name]'),
];

const isTick = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === 'checkbox';

/** What stands in a form. Of things to tick, the ticked ones; so that a list of none is known to be asked for, an empty one before. */
export const pairsIn = (form: HTMLElement): Pair[] => {
  const asked = new Set<string>();
  return controlsOf(form).flatMap((control): Pair[] => {
    if (!isTick(control)) return [[control.name, control.value]];
    const first: Pair[] = control.name.endsWith(':[]') && !asked.has(control.name) ? [[control.name, '']] : [];
    asked.add(control.name);
    return control.checked ? [...first, [control.name, control.value]] : first;
  });
};

/** Puts the number of an item in place of the first `__` of every name inside it, also inside the templates in it. */
const numberNames = (part: ParentNode, number: number): void => {
  for (const element of part.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes])
      if (value.includes('__'))
        element.setAttribute(
          name,
          value.replaceAll(/(\S*?)__/g, (_, before: string) => `${before}${number}`),
        );
    if (element instanceof HTMLTemplateElement) numberNames(element.content, number);
  }
};

/** Adds an item to a list, under this number or the next free one, and returns it. */
export const addItem = (list: HTMLElement, wanted?: number): HTMLElement | undefined => {
  const items = list.querySelector('[data-items]');
  const template = list.querySelector('template');
  if (!items || !template) return undefined;
  const number = wanted ?? Math.max(-1, ...[...items.children].map((item) => Number((item as HTMLElement).dataset.item))) + 1;
  const part = template.content.cloneNode(true) as DocumentFragment;
  numberNames(part, number);
  const item = part.querySelector<HTMLElement>('[data-item]');
  if (!item) return undefined;
  item.dataset.item = String(number);
  const legend = item.querySelector<HTMLElement>('[data-number]');
  if (legend) legend.textContent = `${legend.dataset.number ?? ''} ${number + 1}`;
  items.append(part);
  return item;
};

const listAt = (form: HTMLElement, path: string): HTMLElement | null => form.querySelector(`[data-list="${path}"]`);

const open = (control: Element): void => {
  for (let fold = control.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
};

/** Fills an empty form with pairs, as they were read from it. Lists get the items that the names speak of. */
export const fillPairs = (form: HTMLElement, pairs: readonly Pair[]): void => {
  for (const [name] of pairs) {
    for (const { 1: path = '', 2: number } of name.matchAll(/^(.*?)\.(\d+)\./g)) {
      const list = listAt(form, path);
      if (list && !list.querySelector(`[data-items] > [data-item="${number}"]`)) addItem(list, Number(number));
    }
  }
  for (const control of controlsOf(form)) {
    const texts = pairs.filter(([name]) => name === control.name).map(([, value]) => value);
    if (isTick(control)) control.checked = texts.includes(control.value);
    else if (texts[0] !== undefined) control.value = texts[0];
    if (isTick(control) ? control.checked : control.value !== '') open(control);
  }
};

/** Fills a form with an entry, and with what else is given. */
export const fillValues = (form: HTMLElement, values: Values, more: readonly Pair[]): void => {
  for (const list of form.querySelectorAll<HTMLElement>('[data-list]'))
    for (let number = 0; number < itemsAt(values, list.dataset.list ?? ''); number += 1) addItem(list, number);
  const names = new Set(controlsOf(form).map(({ name }) => name));
  fillPairs(form, [...[...names].flatMap((name) => textsFor(name, values).map((text): Pair => [name, text])), ...more]);
};

/** The first thing in a field that can be focused, once it can be seen. */
export const focusable = (part: Element | null | undefined): HTMLElement | undefined => {
  const control = part?.querySelector<HTMLElement>('input, select, textarea, button') ?? undefined;
  if (control) open(control);
  return control;
};

/** The part of the form that a fault is about: the field itself, or the nearest one around it. */
export const fieldAt = (form: HTMLElement, path: string): HTMLElement | undefined => {
  for (let at = path; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
    const field = form.querySelector<HTMLElement>(`[data-field="${at}"]`);
    if (field) return field;
  }
  return undefined;
};
