/** Loads the steps when somebody starts, or comes with answers in the address. Until then the page is a page to read. */

/** Whether the fragment is a state rather than the name of a part of the page. */
const holdsState = (): boolean => {
  const name = location.hash.slice(1);
  return name !== '' && !document.getElementById(name);
};

class StudyPathway extends HTMLElement {
  #started = false;

  connectedCallback(): void {
    this.querySelector('[data-start]')?.addEventListener('click', (event) => {
      event.preventDefault();
      void this.#start();
    });
    addEventListener('hashchange', () => {
      if (!this.#started && holdsState()) void this.#start();
    });
    if (holdsState()) void this.#start();
  }

  async #start(): Promise<void> {
    if (this.#started) return;
    this.#started = true;
    const table = this.dataset.table ?? '';
    try {
      const [{ runSteps }, page] = await Promise.all([
        import('./steps.ts'),
        fetch(table).then((response) => {
          if (!response.ok) throw new Error(`${table} answered ${response.status}`);
          return response.text();
        }),
      ]);
      // Its text alone: the policy of this page knows no other page's style block.
      const main = /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? '';
      runSteps(this, new DOMParser().parseFromString(main, 'text/html'), holdsState);
    } catch {
      // The table holds everything, and what was in the address is still there.
      this.#started = false;
      const again = Object.assign(document.createElement('a'), { href: table, textContent: 'Read the whole table' });
      this.querySelector('[role=status]')?.replaceChildren(
        'The questions could not be loaded; your answers are still in the address. Try again, or: ',
        again,
      );
    }
  }
}

customElements.define('study-pathway', StudyPathway);
