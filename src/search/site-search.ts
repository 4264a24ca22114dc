/**
 * Makes the search link a button. The dialog and the index are fetched only when somebody asks for them: the script of the dialog
 * waits in a template (`src/middleware.ts`). This part stands in the page, so that a key pressed early is not lost.
 */
import type { SearchDialog } from './dialog.ts';

class SiteSearch extends HTMLElement {
  #dialog: Promise<SearchDialog> | undefined;

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

  /** The dialog, once its script has run. */
  async #load(): Promise<SearchDialog> {
    const src = document.querySelector<HTMLTemplateElement>('template[data-module]')?.dataset['module'];
    if (src && !customElements.get('search-dialog')) {
      const script = Object.assign(document.createElement('script'), { type: 'module', src });
      await new Promise((resolve, reject) => {
        script.addEventListener('load', resolve);
        script.addEventListener('error', reject);
        document.head.append(script);
      });
    }
    const dialog = document.createElement('search-dialog') as SearchDialog;
    dialog.dataset['base'] = this.dataset['base'];
    document.body.append(dialog);
    return dialog;
  }

  async #open(): Promise<void> {
    try {
      (await (this.#dialog ??= this.#load())).open();
    } catch {
      // Without the dialog there is still the list of everything.
      this.#dialog = undefined;
      location.assign(`${this.dataset['base'] ?? '/'}a-to-z/`);
    }
  }
}

customElements.define('site-search', SiteSearch);
