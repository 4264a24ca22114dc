/** Loads the steps when somebody starts, or comes with answers in the address. Until then the page is a page to read. */

/** Whether the fragment is a state rather than the name of a part of the page. */
const holdsState = (): boolean => {
  const name = location.hash.slice(1);
  return name !== '' && !document.getElementById(name);
};

/** The text of a page alone: the policy of this one knows no other page's style block. */
const textOf = async (address: string): Promise<string> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return /<main[\s\S]*<\/main>/.exec(await response.text())?.[0] ?? '';
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
    const addresses = (this.dataset.table ?? '').split(' ');
    try {
      const [{ runSteps }, ...parts] = await Promise.all([import('./steps.ts'), ...addresses.map(textOf)]);
      runSteps(this, new DOMParser().parseFromString(parts.join(''), 'text/html'), holdsState);
    } catch {
      // The table holds everything, and what was in the address is still there.
      this.#started = false;
      const again = Object.assign(document.createElement('a'), { href: addresses[0] ?? '', textContent: 'Read the whole table' });
      this.querySelector('[role=status]')?.replaceChildren(
        'The questions could not be loaded; your answers are still in the address. Try again, or: ',
        again,
      );
    }
  }
}

customElements.define('study-pathway', StudyPathway);
