/** The search dialog: words in, results out, by keyboard alone if wished. */
import styles from './dialog.css?inline';
import { loadPagefind, type Found, type Page, type Pagefind } from './pagefind.ts';

/** Results shown for one query; more would not be read. */
const MOST = 12;

const element = <T extends keyof HTMLElementTagNameMap>(tag: T, properties: Partial<HTMLElementTagNameMap[T]> = {}) =>
  Object.assign(document.createElement(tag), properties);

/** Text in which `<mark>…</mark>` is the only markup, as nodes. Nothing else can become an element. */
const marked = (text: string): Node[] =>
  [...new DOMParser().parseFromString(text, 'text/html').body.childNodes].map((node) =>
    node.nodeName === 'MARK'
      ? element('mark', { textContent: node.textContent ?? '' })
      : document.createTextNode(node.textContent ?? ''),
  );

const row = (page: Page): HTMLElement => {
  const item = element('li');
  // The section that matched best is where the reader wants to be; the page itself comes first in its own list.
  const section = page.sub_results[0] ?? { url: page.url, title: page.meta.title ?? '', excerpt: page.excerpt };
  const link = element('a', { href: section.url });
  const title = page.meta.title ?? section.title;
  link.append(element('strong', { textContent: title }));
  if (section.title && section.title !== title) link.append(element('span', { textContent: ` › ${section.title}` }));
  const excerpt = element('p');
  excerpt.append(...marked(section.excerpt));
  item.append(element('small', { textContent: page.meta.kind ?? '' }), link, excerpt);
  return item;
};

const MARKUP = `
  <form role="search" method="dialog">
    <label for="site-search-words">Search this site</label>
    <input id="site-search-words" type="search" autocomplete="off" spellcheck="false" enterkeyhint="search">
    <button type="submit" value="close">Close</button>
  </form>
  <fieldset hidden><legend>Kind of page</legend><div></div></fieldset>
  <p role="status"></p>
  <ol></ol>`;

/** Builds the dialog inside `host`. `base` is the base path of the site. Returns what opens it. */
const createDialog = (host: HTMLElement, base: string): (() => void) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);

  const dialog = element('dialog', { className: 'search-dialog', innerHTML: MARKUP });
  dialog.setAttribute('aria-label', 'Search');
  host.append(dialog);
  const find = <T extends Element>(selector: string) => dialog.querySelector<T>(selector) as T;
  const input = find<HTMLInputElement>('input');
  const status = find<HTMLElement>('[role=status]');
  const list = find<HTMLOListElement>('ol');
  const kinds = find<HTMLFieldSetElement>('fieldset');

  let pagefind: Promise<Pagefind> | undefined;
  let kind = '';
  let turn = 0;

  const help = (before: string): void => {
    status.replaceChildren(
      `${before} The `,
      element('a', { href: `${base}a-to-z/`, textContent: 'A to Z' }),
      ' lists everything on this site.',
    );
  };

  const showKinds = ({ filters }: Found, total: number): void => {
    const counts = Object.entries(filters['kind'] ?? {}).filter(([name, count]) => count > 0 || name === kind);
    kinds.hidden = counts.length < 2 && !kind;
    const choice = (name: string, label: string) => {
      const button = element('button', { type: 'button', textContent: label });
      button.dataset.kind = name;
      button.setAttribute('aria-pressed', String(name === kind));
      return button;
    };
    const focused = kinds.contains(document.activeElement);
    find<HTMLElement>('fieldset div').replaceChildren(
      choice('', kind ? 'All' : `All ${total}`),
      ...counts.map(([name, count]) => choice(name, `${name} ${count}`)),
    );
    if (focused) kinds.querySelector<HTMLButtonElement>('[aria-pressed=true]')?.focus();
  };

  const search = async (wait?: number): Promise<void> => {
    const words = input.value.trim();
    const mine = (turn += 1);
    if (!words) {
      list.replaceChildren();
      kinds.hidden = true;
      status.textContent = '';
      return;
    }
    try {
      pagefind ??= loadPagefind(base);
      const found = await (await pagefind).debouncedSearch(words, kind ? { filters: { kind } } : {}, wait);
      if (!found || mine !== turn) return;
      const pages = await Promise.all(found.results.slice(0, MOST).map((result) => result.data()));
      if (mine !== turn) return;
      list.replaceChildren(...pages.map(row));
      showKinds(found, found.results.length);
      const count = found.results.length;
      if (count === 0) help(`Nothing found for “${words}”.`);
      else
        status.textContent =
          count > MOST ? `${count} results, the best ${MOST} shown.` : `${count} result${count === 1 ? '' : 's'}.`;
    } catch {
      pagefind = undefined;
      list.replaceChildren();
      help('Search could not be loaded.');
    }
  };

  input.addEventListener('input', () => void search());
  kinds.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button');
    if (!button) return;
    kind = button.dataset.kind ?? '';
    void search(0);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
    // A link to the page that is open already would leave the dialog in the way.
    if ((event.target as Element).closest('ol a')) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    const links = [...list.querySelectorAll('a')];
    const now = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === 'Enter' && document.activeElement === input) {
      event.preventDefault();
      links[0]?.click();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (now === -1 && document.activeElement !== input) return;
    event.preventDefault();
    const next = now + (event.key === 'ArrowDown' ? 1 : -1);
    (next < 0 ? input : links[Math.min(next, links.length - 1)])?.focus();
  });

  return () => {
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
  };
};

/** The dialog as an element, so that whoever adds it need not know this script. */
export class SearchDialog extends HTMLElement {
  #open: (() => void) | undefined;

  open(): void {
    (this.#open ??= createDialog(this, this.dataset['base'] ?? '/'))();
  }
}

customElements.define('search-dialog', SearchDialog);
