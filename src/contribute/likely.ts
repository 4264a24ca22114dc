/** What looks like an identifier, each with the question why it is none. Until it is answered, nothing is handed over. */
import { element } from '../components/element.ts';
import { leadTo } from './messages.ts';
import type { Likely } from './judge.ts';

/** A reason is a sentence that a stranger understands; the list of reviewed exceptions asks for as much. */
const LEAST = 15;

export class LikelyList {
  #rows = new Map<string, HTMLElement>();
  #reasons: Map<string, string>;

  #box: HTMLElement;
  #form: HTMLElement;
  #changed: () => void;

  constructor(box: HTMLElement, form: HTMLElement, reasons: Readonly<Record<string, string>>, changed: () => void) {
    this.#box = box;
    this.#form = form;
    this.#reasons = new Map(Object.entries(reasons));
    this.#changed = changed;
  }

  get reasons(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#reasons);
  }

  reasonFor({ key }: Likely): string | undefined {
    const reason = (this.#reasons.get(key) ?? '').trim();
    return reason.length >= LEAST ? reason : undefined;
  }

  /** Shows these, and keeps the rows that are there, in which somebody may be writing. */
  show(likely: readonly Likely[]): void {
    const keys = new Set(likely.map(({ key }) => key));
    for (const [key, row] of this.#rows) {
      if (keys.has(key)) continue;
      row.remove();
      this.#rows.delete(key);
      // A reason is for what it was given for, and stays nowhere else.
      this.#reasons.delete(key);
    }
    this.#box.hidden = likely.length === 0;
    for (const one of likely) {
      if (this.#rows.has(one.key)) continue;
      const row = this.#row(one);
      this.#rows.set(one.key, row);
      this.#box.querySelector('ul')?.append(row);
    }
  }

  #row(one: Likely): HTMLElement {
    const row = leadTo(this.#form, one);
    const id = `reason-${crypto.randomUUID()}`;
    const label = element('label', { htmlFor: id, textContent: 'If it is none, say why, for everybody to read' });
    const reason = element('textarea', { id, rows: 2, value: this.#reasons.get(one.key) ?? '' });
    reason.addEventListener('input', () => {
      this.#reasons.set(one.key, reason.value);
      this.#changed();
    });
    row.append(label, reason);
    return row;
  }
}
