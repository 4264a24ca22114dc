/** Makes a checklist tick. What is ticked stays in this browser: under the address of the page, by the words of each item. */

const KEPT = 'Kept in this browser only.';
const NOT_KEPT = 'Not kept in this browser: lost when you leave.';

/** The words of an item, without marks of sources and without what opens beside a term. */
const wordsOf = (item: HTMLElement): string => {
  const copy = item.cloneNode(true) as HTMLElement;
  for (const aside of copy.querySelectorAll('.mark, .note, [popover]')) aside.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
};

const make = <T extends 'button' | 'input' | 'label' | 'output' | 'p'>(
  tag: T,
  properties: Partial<HTMLElementTagNameMap[T]> = {},
): HTMLElementTagNameMap[T] => Object.assign(document.createElement(tag), properties);

const button = (textContent: string, onclick: () => void): HTMLButtonElement =>
  make('button', { className: 'button', textContent, onclick });

class CheckList extends HTMLElement {
  readonly #boxes = new Map<string, HTMLInputElement>();
  readonly #count = make('output');
  #key = '';
  /** What is ticked on this page, where the browser keeps nothing. */
  #unkept: string[] | undefined;

  connectedCallback(): void {
    const list = this.querySelector('ul, ol');
    if (!list || this.#boxes.size > 0) return;
    this.#key = `checklist ${this.dataset['of'] ?? location.pathname}`;
    for (const item of list.children) this.#addBox(item as HTMLElement);
    this.className = 'ticks';
    const line = make('p', { className: 'no-print' });
    line.append(
      this.#count,
      button('Clear', () => this.#keep((words) => !this.#boxes.has(words))),
      button('Download', () => void import('./save-list.ts').then(({ saveList }) => saveList(this, this.#boxes))),
    );
    this.append(line);
    addEventListener('storage', () => this.#show());
    this.#show();
  }

  #addBox(item: HTMLElement): void {
    const words = wordsOf(item);
    const box = make('input', { type: 'checkbox' });
    const label = make('label');
    // A list within an item is no part of what its box is called.
    label.append(box, ...[...item.childNodes].filter(({ nodeName }) => !/^[OU]L$/.test(nodeName)));
    item.prepend(label);
    box.onchange = () => this.#keep((one) => one !== words, ...(box.checked ? [words] : []));
    this.#boxes.set(words, box);
  }

  /** What was ticked on this page, also in lists that have been edited since. A damaged record is dropped. */
  #kept(): string[] {
    if (this.#unkept) return this.#unkept;
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#key) ?? '[]');
      if (Array.isArray(kept) && kept.every((one) => typeof one === 'string')) return kept;
    } catch (error) {
      if (!(error instanceof SyntaxError)) return (this.#unkept = []);
    }
    localStorage.removeItem(this.#key);
    return [];
  }

  #keep(stays: (words: string) => boolean, ...added: string[]): void {
    const next = [...this.#kept().filter(stays), ...added];
    try {
      localStorage.setItem(this.#key, JSON.stringify(next));
    } catch {
      this.#unkept = next;
    }
    this.#show();
  }

  #show(): void {
    const kept = this.#kept();
    let done = 0;
    for (const [words, box] of this.#boxes) if ((box.checked = kept.includes(words))) done += 1;
    this.#count.textContent = `${done} of ${this.#boxes.size} done. ${this.#unkept ? NOT_KEPT : KEPT}`;
  }
}

customElements.define('check-list', CheckList);
