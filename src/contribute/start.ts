/** Loads the form's script when somebody begins to write, comes back to what they wrote, or wants to change an entry. */

import { readKept } from './store.ts';

class ContributeForm extends HTMLElement {
  #running: Promise<{ submit: () => void }> | undefined;

  connectedCallback(): void {
    const query = new URLSearchParams(location.search);
    this.addEventListener('focusin', () => void this.#run());
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#run().then(({ submit }) => submit());
    });
    this.querySelector('button[type=submit]')?.removeAttribute('disabled');
    // A button that is pressed before the rest of the script is there does its work when it is.
    this.addEventListener('click', this.#early);
    if (readKept(this.dataset.kind ?? '') || query.has('entry') || query.has('page')) void this.#run();
  }

  #early = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>('button[type=button]');
    if (button) void this.#run().then(() => button.click());
  };

  #run(): Promise<{ submit: () => void }> {
    this.#running ??= (this.dataset.kind === 'correction' ? import('./correction.ts') : import('./entry.ts'))
      .then(async ({ run }) => {
        const form = await run(this);
        this.removeEventListener('click', this.#early);
        return form;
      })
      .catch((error: unknown) => {
        this.#running = undefined;
        const said = this.querySelector('[role=status]');
        if (said) said.textContent = 'The form could not be loaded. Check the connection and try again, or write to us.';
        throw error;
      });
    return this.#running;
  }
}

customElements.define('contribute-form', ContributeForm);
