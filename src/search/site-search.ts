/**
 * Makes the search link a button that opens a dialog with a field to type in at once. What answers is fetched only then: its script
 * waits in a template (`src/middleware.ts`), and reads what was typed before it came.
 */

const MARKUP = `<dialog class="search-dialog" aria-label="Search"><form role="search" method="dialog"><label for="site-search-words">Search this site</label><input id="site-search-words" type="search" autocomplete="off" spellcheck="false" enterkeyhint="search" maxlength="20000"><button value="close">Close</button></form><p role="status"></p></dialog>`;

class SiteSearch extends HTMLElement {
  #host: HTMLElement | undefined;

  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = link.className;
    button.setAttribute('aria-haspopup', 'dialog');
    button.setAttribute('aria-keyshortcuts', 'Control+K Meta+K');
    button.append(...link.childNodes);
    link.replaceWith(button);
    const key = button.querySelector('kbd');
    if (key && navigator.platform.startsWith('Mac')) key.textContent = '⌘ K';
    button.addEventListener('click', () => this.#open());
    document.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.#open();
    });
    // Whoever comes back from a result finds the query as it was.
    const restore = () => {
      const query = new URLSearchParams(location.search).get('q');
      if (query) this.#open(query);
      else this.#host?.querySelector('dialog')?.close();
    };
    window.addEventListener('popstate', restore);
    restore();
  }

  #open(query?: string): void {
    const host = (this.#host ??= this.#build());
    const dialog = host.querySelector('dialog');
    const input = host.querySelector('input');
    if (!dialog || !input) return;
    if (query !== undefined) input.value = query;
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
    this.#load(host);
    if (query !== undefined) input.dispatchEvent(new Event('input'));
  }

  #build(): HTMLElement {
    const host = document.createElement('search-dialog');
    Object.assign(host.dataset, this.dataset);
    host.innerHTML = MARKUP;
    // Enter would send the form off before anything can answer.
    host.querySelector('input')?.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault();
    });
    document.body.append(host);
    return host;
  }

  /** Fetches the script of the dialog. A failure is said, and tried again when the dialog is next opened. */
  #load(host: HTMLElement): void {
    const src = document.querySelector<HTMLTemplateElement>('template[data-module]')?.dataset['module'];
    if (!src || customElements.get('search-dialog')) return;
    const script = Object.assign(document.createElement('script'), { type: 'module', src });
    script.addEventListener('error', () => {
      script.remove();
      const list = Object.assign(document.createElement('a'), { href: `${this.dataset['base']}a-to-z/`, textContent: 'A to Z' });
      host.querySelector('[role=status]')?.replaceChildren('Search could not be loaded. The ', list, ' lists everything.');
    });
    document.head.append(script);
  }
}

customElements.define('site-search', SiteSearch);
