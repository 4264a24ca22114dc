/** Shows what is wrong: at each field, and in a list at the top that leads to the fields. */
import { element } from '../components/element.ts';
import { fieldAt, focusable } from './controls.ts';
import type { FormFault } from './judge.ts';

const describe = (control: HTMLElement, id: string, on: boolean): void => {
  const ids = new Set((control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
  if (on) ids.add(id);
  else ids.delete(id);
  if (ids.size > 0) control.setAttribute('aria-describedby', [...ids].join(' '));
  else control.removeAttribute('aria-describedby');
  if (on) control.setAttribute('aria-invalid', 'true');
  else control.removeAttribute('aria-invalid');
};

/** The message of each field that is shown, by the field. */
const shown = new WeakMap<HTMLElement, HTMLElement>();

/** Shows this message at a field, or none. */
const tell = (field: HTMLElement, message: string | undefined): void => {
  const there = shown.get(field);
  if (there?.textContent === (message ?? '') || (!there && message === undefined)) return;
  const control = focusable(field);
  const id = `e-${(field.dataset.field ?? '').replaceAll('.', '-')}`;
  there?.remove();
  shown.delete(field);
  field.toggleAttribute('data-wrong', message !== undefined);
  if (control) describe(control, id, message !== undefined);
  if (message === undefined) return;
  const said = element('p', { className: 'wrong', id, textContent: message });
  shown.set(field, said);
  const fold = field.querySelector(':scope > details > summary');
  const help = fold ?? field.querySelector(':scope > .help, :scope > fieldset > .help') ?? field.querySelector('label, legend');
  help?.after(said);
};

/** Shows the faults of those fields that `ripe` lets through, and takes away what is mended. */
export const tellFields = (form: HTMLElement, faults: readonly FormFault[], ripe: (field: HTMLElement) => boolean): void => {
  const told = new Map<HTMLElement, string>();
  for (const { control, message } of faults) {
    const field = fieldAt(form, control);
    if (field && ripe(field) && !told.has(field)) told.set(field, message);
  }
  for (const field of form.querySelectorAll<HTMLElement>('[data-field]')) tell(field, told.get(field));
};

const labelOf = (field: HTMLElement | undefined): string =>
  field?.querySelector('label, legend, summary')?.textContent.replace('(optional)', '').trim().replaceAll(/\s+/g, ' ') ?? '';

/** A line that says what is wrong in a field, and leads there. */
export const leadTo = (form: HTMLElement, { control, message }: FormFault): HTMLLIElement => {
  const field = fieldAt(form, control);
  const target = focusable(field);
  const line = element('li');
  const link = element('a', { href: `#${target?.id ?? ''}`, textContent: `${labelOf(field)}: ${message}` });
  link.addEventListener('click', (event) => {
    event.preventDefault();
    focusable(field)?.focus();
    field?.scrollIntoView({ block: 'center' });
  });
  line.append(link);
  return line;
};

/** Shows the list of what is wrong, and moves the focus to it. */
export const summarise = (box: HTMLElement, form: HTMLElement, faults: readonly FormFault[]): void => {
  box.hidden = faults.length === 0;
  box.querySelector('ul')?.replaceChildren(...faults.map((fault) => leadTo(form, fault)));
  if (faults.length > 0) box.focus();
};
