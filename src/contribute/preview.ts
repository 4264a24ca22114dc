/** Shows what is being written as the card that lists of the site will have for it. */
import { isUnconfirmed } from '../fields.ts';
import type { Values } from './values.ts';

/** Which fields stand in which part of the card; of several, the first that is there. */
const PARTS = {
  heading: ['title', 'name', 'term'],
  above: ['stage', 'date', 'part', 'expansion', 'kind'],
  lead: ['summary', 'description', 'definition', 'role'],
  below: ['themes', 'askAbout', 'aliases', 'keywords'],
} as const;

const textOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.filter((one) => typeof one === 'string').join(' · ')
    : typeof value === 'string'
      ? isUnconfirmed(value)
        ? 'To be confirmed'
        : value
      : '';

/** Fills the card. It stays hidden until there is a heading. */
export const showPreview = (root: HTMLElement, values: Values): void => {
  const box = root.querySelector<HTMLElement>('[data-preview]');
  if (!box) return;
  const said = (names: readonly string[]): string => names.map((name) => textOf(values[name])).find(Boolean) ?? '';
  for (const [part, names] of Object.entries(PARTS)) {
    const place = box.querySelector<HTMLElement>(`[data-part="${part}"]`);
    if (!place) continue;
    place.textContent = said(names);
    place.hidden = place.textContent === '';
  }
  box.hidden = said(PARTS.heading) === '';
};
