/** Makes the search link a button. The dialog and the index are fetched only when somebody asks for them. */
class SiteSearch extends HTMLElement {
  #dialog: Promise<{ open: () => void }> | undefined;

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
    button.addEventListener('click', () => void this.#open());
    document.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void this.#open();
    });
  }

  async #open(): Promise<void> {
    const base = this.dataset.base ?? '/';
    try {
      this.#dialog ??= import('./dialog.ts').then(({ createDialog }) => createDialog(base));
      (await this.#dialog).open();
    } catch {
      // Without the dialog there is still the list of everything.
      this.#dialog = undefined;
      location.assign(`${base}a-to-z/`);
    }
  }
}

customElements.define('site-search', SiteSearch);
