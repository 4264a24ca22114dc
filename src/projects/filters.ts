/** Narrows the list of projects in place: one choice per facet, all facets together, the state in the address. */

type Chosen = Map<string, string>;

class ProjectFilters extends HTMLElement {
  #rows: HTMLElement[] = [];
  #links: HTMLAnchorElement[] = [];
  #status: HTMLElement | null = null;

  connectedCallback(): void {
    this.#rows = [...document.querySelectorAll<HTMLElement>('li[data-stage]')];
    this.#links = [...this.querySelectorAll<HTMLAnchorElement>('a[data-slug]')];
    this.#status = this.querySelector('[role=status]');
    this.addEventListener('click', (event) => this.#click(event));
    addEventListener('popstate', () => this.#show());
    this.#show();
  }

  #facetOf(link: HTMLElement): string {
    return link.closest<HTMLElement>('[data-facet]')?.dataset.facet ?? '';
  }

  #click(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-slug], a[data-clear]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const query = new URLSearchParams(link.dataset.clear === undefined ? location.search : '');
    const facet = this.#facetOf(link);
    const slug = link.dataset.slug ?? '';
    if (facet && query.get(facet) === slug) query.delete(facet);
    else if (facet) query.set(facet, slug);
    const search = query.toString();
    history.pushState(null, '', `${this.dataset.list ?? ''}${search ? `?${search}` : ''}`);
    this.#show();
  }

  /** The choices of the address that exist, and words on those that do not. */
  #read(): { chosen: Chosen; unknown: string[] } {
    const chosen: Chosen = new Map();
    const unknown: string[] = [];
    for (const [facet, slug] of new URLSearchParams(location.search)) {
      const choices = this.#links.filter((link) => this.#facetOf(link) === facet);
      if (choices.some((link) => link.dataset.slug === slug)) chosen.set(facet, slug);
      else if (choices.length > 0) unknown.push(`There is no ${facet} “${slug}” here, so it was left out.`);
      else unknown.push(`The list cannot be narrowed by “${facet}”, so it was left out.`);
    }
    return { chosen, unknown };
  }

  #fits(row: HTMLElement, chosen: Chosen): boolean {
    return [...chosen].every(([facet, slug]) => (row.dataset[facet] ?? '').split(' ').includes(slug));
  }

  #show(): void {
    const { chosen, unknown } = this.#read();
    for (const row of this.#rows) row.hidden = !this.#fits(row, chosen);
    for (const link of this.#links) {
      const facet = this.#facetOf(link);
      const slug = link.dataset.slug ?? '';
      const count = this.#rows.filter((row) => this.#fits(row, new Map(chosen).set(facet, slug))).length;
      const figure = link.querySelector('span');
      if (figure) figure.textContent = String(count);
      link.toggleAttribute('data-empty', count === 0);
      if (chosen.get(facet) === slug) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    const left = this.#rows.filter((row) => !row.hidden).length;
    const words = [...unknown];
    if (chosen.size > 0) words.push(`${left} of ${this.#rows.length} projects.`);
    if (left === 0) words.push('No project has all of these; take one away.');
    this.#status?.replaceChildren(words.join(' '));
    if (chosen.size > 0 || unknown.length > 0) {
      const clear = Object.assign(document.createElement('a'), { href: this.dataset.list ?? '', textContent: 'Show all' });
      clear.dataset.clear = '';
      this.#status?.append(' ', clear);
    }
  }
}

customElements.define('project-filters', ProjectFilters);
