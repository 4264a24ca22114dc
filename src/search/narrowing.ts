/** What results can be narrowed by: kinds as buttons, themes, stages and statuses as lists to choose from. */
import type { Filters } from './engine.ts';
import type { Answer } from './rank.ts';
import { element } from '../components/element.ts';

const NAMES: Readonly<Record<string, string>> = { theme: 'Theme', stage: 'Stage', status: 'Status' };

const valuesOf = ({ entry }: Answer, name: string): readonly string[] =>
  name === 'kind' ? [entry.kind] : (entry.filters?.[name] ?? []);

/** The answers that every chosen filter lets through; `except` is left out of account. */
export const narrowed = (answers: readonly Answer[], filters: Filters, except?: string): Answer[] =>
  answers.filter((answer) =>
    Object.entries(filters).every(([name, value]) => name === except || valuesOf(answer, name).includes(value)),
  );

const countBy = (answers: readonly Answer[], name: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const answer of answers) for (const value of valuesOf(answer, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

const kindButtons = (answers: readonly Answer[], filters: Filters): HTMLElement[] => {
  const choices = narrowed(answers, filters, 'kind');
  const counts = countBy(choices, 'kind');
  const chosen = filters['kind'];
  if (chosen && !counts.has(chosen)) counts.set(chosen, 0);
  if (counts.size < 2 && !chosen) return [];
  const button = (value: string, label: string) => {
    const made = element('button', { type: 'button', textContent: label });
    made.dataset['kind'] = value;
    made.setAttribute('aria-pressed', String(value === (chosen ?? '')));
    return made;
  };
  return [button('', `All ${choices.length}`), ...[...counts].map(([kind, count]) => button(kind, `${kind} ${count}`))];
};

const lists = (answers: readonly Answer[], filters: Filters): HTMLElement[] =>
  Object.entries(NAMES).flatMap(([name, label]) => {
    const counts = countBy(narrowed(answers, filters, name), name);
    const chosen = filters[name];
    if (counts.size < 2 && !chosen) return [];
    if (chosen && !counts.has(chosen)) counts.set(chosen, 0);
    const option = (value: string, text: string) =>
      element('option', { value, textContent: text, selected: value === (chosen ?? '') });
    const select = element('select', { name }, option('', 'any'));
    for (const [value, count] of counts) select.append(option(value, `${value} (${count})`));
    return [element('label', {}, `${label} `, select)];
  });

/** Fills `box` with what these answers can be narrowed by; the choice that had the focus keeps it. */
export const showNarrowing = (box: HTMLFieldSetElement, answers: readonly Answer[], filters: Filters): void => {
  const focused = document.activeElement;
  const again = box.contains(focused)
    ? focused instanceof HTMLSelectElement
      ? `select[name=${focused.name}]`
      : '[aria-pressed=true]'
    : undefined;
  const choices = [...kindButtons(answers, filters), ...lists(answers, filters)];
  box.hidden = choices.length === 0;
  box.querySelector('div')?.replaceChildren(...choices);
  if (again) box.querySelector<HTMLElement>(again)?.focus();
};
