/**
 * Makes the search link a button that opens a dialog with a field to type in at once. What answers is fetched only then: its script
 * waits in a template (`src/middleware.ts`), and reads what was typed before it came.
 */

const MARKUP = `<dialog class="search-dialog" aria-label="Search"><form role="search" method="dialog"><label for="words">Search this site</label><input id="words" type="search" autocomplete="off"><button value="close">Close</button></form><p role="status"></p></dialog>`;

class SiteSearch extends HTMLElement {
  #host: HTMLElement | undefined;

  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link) return;
    const button = document.createElement('button');
    button.className = 'field';
    button.ariaHasPopup = 'dialog';
    button.ariaKeyShortcuts = 'Control+K Meta+K';
    button.append(...link.childNodes);
    link.replaceWith(button);
    button.onclick = () => this.#open();
    document.addEventListener('keydown', (event) => {
      if (!/^k$/i.test(event.key) || event.ctrlKey === event.metaKey || event.shiftKey || event.altKey) return;
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
    const dialog = host.querySelector('dialog') as HTMLDialogElement;
    const input = host.querySelector('input') as HTMLInputElement;
    if (query) input.value = query;
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
    this.#load(host);
    input.dispatchEvent(new Event('input'));
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
      const status = host.querySelector('[role=status]') as HTMLElement;
      status.innerHTML = `Search did not load. The <a href="${this.dataset['base']}a-to-z/">A to Z</a> lists everything.`;
    });
    document.head.append(script);
  }
}

customElements.define('site-search', SiteSearch);
