/** Shows what is being written: as the card that lists of the site will have for it, and its text as its page will have it. */
import { element } from '../components/element.ts';
import { isUnconfirmed } from '../fields.ts';
import { readMarkdown, type Piece } from './markdown.ts';
import { TEXT, type Values } from './values.ts';

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

/** Who writes more than this sees the beginning: it is read again at each pause. */
export const MOST_SIGNS = 20_000;

const drawn = (piece: Piece): Node | string =>
  typeof piece === 'string'
    ? piece
    : element(piece.tag, piece.className ? { className: piece.className } : {}, ...piece.parts.map(drawn));

/** The text that is shown; a page has one form. */
let shown = '';

const showText = (box: HTMLElement, text: string): void => {
  if (text === shown) return;
  shown = text;
  box.querySelector('[data-prose]')?.replaceChildren(...readMarkdown(text.slice(0, MOST_SIGNS)).map(drawn));
};

/** Fills the card, which stays hidden until there is a heading, and the text. */
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
  showText(box, root.querySelector<HTMLTextAreaElement>(`[name="${TEXT}"]`)?.value ?? '');
};
