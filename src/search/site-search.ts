/**
 * Makes the search link a button that opens a dialog with a field to type in at once. What answers is fetched only then: its script
 * waits in a template (`src/site/seal.ts`), and reads what was typed before it came.
 */

class SiteSearch extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a') as HTMLAnchorElement;
    const dialog = this.querySelector('dialog') as HTMLDialogElement;
    const input = dialog.querySelector('input') as HTMLInputElement;

    /** Fetches the script of the dialog. A failure is said, and tried again when the dialog is next opened. */
    const load = (): void => {
      const src = document.querySelector<HTMLTemplateElement>('template[data-module]')?.dataset['module'];
      if (!src || customElements.get('search-dialog')) return;
      const script = Object.assign(document.createElement('script'), { type: 'module', src });
      script.onerror = () => {
        script.remove();
        const status = dialog.querySelector('[role=status]') as HTMLElement;
        status.innerHTML = `Search did not load. The <a href="${link.href}">A to Z</a> lists everything.`;
      };
      document.head.append(script);
    };

    const open = (query?: string | null): void => {
      if (query) input.value = query;
      if (!dialog.open) dialog.showModal();
      input.select();
      load();
      input.dispatchEvent(new Event('input'));
    };

    const button = document.createElement('button');
    button.className = 'field';
    button.ariaHasPopup = 'dialog';
    button.append(...link.childNodes);
    button.onclick = () => open();
    link.replaceWith(button);
    document.addEventListener('keydown', (event) => {
      if (!/^k$/i.test(event.key) || event.ctrlKey === event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open();
    });
    // Whoever comes back from a result finds the query as it was.
    const restore = (): void => {
      const query = new URLSearchParams(location.search).get('q');
      if (query) open(query);
      else dialog.close();
    };
    addEventListener('popstate', restore);
    restore();
  }
}

customElements.define('site-search', SiteSearch);
