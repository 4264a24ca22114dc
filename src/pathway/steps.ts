/** The pathway as steps: one question at a time, the effect of each answer, and the state in the fragment of the address. */
import { asked, complete, decide } from './decide.ts';
import { decode, describeDropped, encode, nextOpen, type Place } from './fragment.ts';
import { element } from '../components/element.ts';
import { readPage, type Page } from './page.ts';
import { showResult, unfoldOnPaper } from './result.ts';
import type { Answers, QuestionId } from './vocabulary.ts';

/** Sentences about a damaged address shown at most; the rest is counted. */
const MOST_SAID = 5;

/** Marks entries of the browser's history as ours, so that going back keeps what was answered since. */
const OURS = { pathway: true };

class Steps {
  readonly #root: HTMLElement;
  readonly #page: Page;
  readonly #holdsState: () => boolean;
  readonly #title = document.title;
  /** Everything answered so far, also to questions that are not put just now: changing an answer back brings them back. */
  #answers: Answers = {};
  #at: Place = 'Q1a';
  /** Whether the reader came from the result to change one answer, and goes back there. */
  #changing = false;

  constructor(root: HTMLElement, table: Document, holdsState: () => boolean) {
    this.#root = root;
    this.#page = readPage(root, table);
    this.#holdsState = holdsState;
    const template = root.querySelector('template');
    if (template) root.append(template.content);
    unfoldOnPaper(root);
    root.addEventListener('change', (event) => this.#choose(event.target as HTMLInputElement));
    root.addEventListener('click', (event) => this.#click(event));
    addEventListener('popstate', (event: PopStateEvent) => this.#travel(event.state as unknown));
    root.querySelector('[data-start]')?.addEventListener('click', () => this.#go(nextOpen(this.#answers)));
    if (holdsState()) this.#load();
    else this.#go(nextOpen(this.#answers));
  }

  #find<T extends HTMLElement>(selector: string): T {
    const found = this.#root.querySelector<T>(selector);
    if (!found) throw new Error(`The pathway's page lacks ${selector}.`);
    return found;
  }

  /** Takes over what the address says, and tells what it could not. */
  #load(): void {
    const { answers, at, dropped } = decode(location.hash);
    this.#answers = answers;
    this.#at = at;
    this.#keep();
    this.#show();
    if (dropped.length === 0) return;
    const sentences = dropped.map((one) => describeDropped(one, this.#page.short));
    const more = sentences.length - MOST_SAID;
    this.#find('[data-said]').append(
      element(
        'div',
        { className: 'notice' },
        element('p', { textContent: 'Part of this address could not be restored; the rest was kept.' }),
        element(
          'ul',
          {},
          ...sentences.slice(0, MOST_SAID).map((textContent) => element('li', { textContent })),
          ...(more > 0 ? [element('li', { textContent: `And ${more} more.` })] : []),
        ),
      ),
    );
  }

  /** The browser's Back and Forward move between places; what was answered since is kept. A typed address counts as it stands. */
  #travel(state: unknown): void {
    if ((state as typeof OURS | null)?.pathway) {
      const { at } = decode(location.hash);
      this.#at = at === 'result' || asked(this.#answers).includes(at) ? at : nextOpen(this.#answers);
      this.#keep();
      this.#show();
    } else if (this.#holdsState()) this.#load();
    else if (location.hash === '') this.#leave();
    else if (this.#root.dataset.on) this.#keep();
  }

  #leave(): void {
    delete this.#root.dataset.on;
    this.#putBack();
    document.title = this.#title;
  }

  /** Writes the state into the address, in place. */
  #keep(): void {
    history.replaceState(OURS, '', `#${encode({ answers: this.#answers, at: this.#at })}`);
  }

  #go(place: Place): void {
    this.#at = place;
    history.pushState(OURS, '', `#${encode({ answers: this.#answers, at: place })}`);
    this.#show();
  }

  #choose(input: HTMLInputElement): void {
    const id = this.#at;
    if (id === 'result') return;
    const inputs = [...this.#page.fieldset(id).querySelectorAll('input')];
    if (input.type === 'checkbox' && input.checked) {
      for (const other of inputs)
        if (other !== input && (input.value === 'none' || other.value === 'none')) other.checked = false;
    }
    const before = this.#answers;
    const codes = inputs.filter(({ checked }) => checked).map(({ value }) => value);
    this.#answers = { ...before, [id]: codes };
    this.#keep();
    this.#complain('');
    this.#tellEffect(id);
    this.#tellSoFar();
  }

  #click(event: Event): void {
    const target = (event.target as Element).closest<HTMLElement>('[data-go], [data-change], [data-problem] a');
    if (!target) return;
    if (target.dataset.change) {
      this.#changing = true;
      this.#go(target.dataset.change as QuestionId);
    } else if (target.dataset.go === 'next') this.#next();
    else if (target.dataset.go === 'back') this.#go(this.#before());
    else if (target.dataset.go === 'result') this.#go('result');
    else {
      event.preventDefault();
      this.#find<HTMLInputElement>('[data-place] input').focus();
    }
  }

  #before(): Place {
    const put = asked(this.#answers);
    return put[this.#at === 'result' ? put.length - 1 : Math.max(0, put.indexOf(this.#at) - 1)] ?? 'Q1a';
  }

  #next(): void {
    const id = this.#at as QuestionId;
    if (!this.#answers[id]?.length) {
      this.#complain('Choose an answer to go on. “Unsure” is one.');
      return;
    }
    const put = asked(this.#answers);
    const place = this.#changing ? nextOpen(this.#answers) : (put[put.indexOf(id) + 1] ?? 'result');
    this.#changing &&= place !== 'result';
    this.#go(place);
  }

  /** Says what is missing, with the way to it; an empty message takes it back. */
  #complain(message: string): void {
    const problem = this.#find('[data-problem]');
    const fieldset = this.#root.querySelector('[data-place] fieldset');
    if (message) {
      const link = element('a', { href: `#${fieldset?.id ?? ''}`, textContent: message });
      problem.replaceChildren(link);
      fieldset?.setAttribute('aria-describedby', problem.id);
      link.focus();
    } else if (problem.hasChildNodes()) {
      problem.replaceChildren();
      fieldset?.removeAttribute('aria-describedby');
    }
  }

  /** What this answer changes, against not having answered. */
  #tellEffect(id: QuestionId): void {
    const { [id]: codes, ...others } = this.#answers;
    const effect = this.#find('[data-effect]');
    if (!codes?.length) {
      effect.replaceChildren();
      return;
    }
    const before = decide(complete(others));
    const after = decide(complete(this.#answers));
    const moved = (verdict: string) =>
      this.#page.rows
        .filter((row) => {
          const key = row.id as keyof typeof after;
          return after[key].verdict === verdict && before[key].verdict !== verdict;
        })
        .map(({ title }) => title);
    const gone = asked(others).filter((one) => !asked(this.#answers).includes(one));
    const lines = (
      [
        ['Now applies', moved('applies')],
        ['Only may apply now', moved('may')],
        ['Not triggered', moved('no')],
        ['No longer asked', gone.map((one) => this.#page.short(one))],
      ] as const
    ).filter(([, titles]) => titles.length > 0);
    effect.replaceChildren(
      element('p', { className: 'text-soft', textContent: 'What this answer changes' }),
      ...(lines.length > 0
        ? lines.map(([name, titles]) => element('p', {}, element('strong', { textContent: `${name}: ` }), titles.join(' · ')))
        : [
            element('p', {
              textContent: codes.includes('unsure')
                ? 'It rules nothing out: what depends on it stays open.'
                : 'Nothing by itself. It may count together with other answers.',
            }),
          ]),
    );
  }

  #tellSoFar(): void {
    const found = decide(complete(this.#answers));
    const having = (verdict: string) =>
      this.#page.rows.filter(({ id }) => found[id as keyof typeof found].verdict === verdict).map(({ title }) => title);
    const applies = having('applies');
    this.#find('[data-so-far]').replaceChildren(
      element('h3', { textContent: 'So far' }),
      element('p', {
        className: 'text-soft figures',
        textContent: `${applies.length} apply, ${having('may').length} may apply, ${having('no').length} are not triggered.`,
      }),
      element('ul', { className: 'rows mt-3' }, ...applies.map((textContent) => element('li', { textContent }))),
    );
  }

  /** Puts the question that stood as a step back among the others. */
  #putBack(): void {
    const place = this.#root.querySelector('[data-place]');
    const fieldset = place?.querySelector('fieldset');
    if (!fieldset) return;
    this.#heading(fieldset, 'h3');
    this.#find('[data-questions]').append(fieldset);
  }

  /** The question is the heading of its step, and one among many in the list. */
  #heading(fieldset: HTMLFieldSetElement, tag: 'h2' | 'h3'): HTMLElement {
    const old = fieldset.querySelector<HTMLElement>('legend > *');
    const made = element(tag, { textContent: old?.textContent ?? '', tabIndex: -1 });
    old?.replaceWith(made);
    return made;
  }

  #show(): void {
    const result = this.#at === 'result';
    this.#complain('');
    this.#putBack();
    this.#root.dataset.on = result ? 'result' : 'question';
    this.#find('.step').hidden = result;
    this.#find('[data-so-far]').hidden = result;
    this.#find('[data-said]').replaceChildren();
    this.#find('[data-effect]').replaceChildren();
    this.#find('[data-result]').replaceChildren();
    const heading = this.#at === 'result' ? this.#showResult() : this.#showQuestion(this.#at);
    document.title = `${heading.textContent ?? ''} · ${this.#title}`;
    heading.focus();
  }

  #showResult(): HTMLElement {
    this.#changing = false;
    return showResult(this.#find('[data-result]'), this.#answers, this.#page);
  }

  #showQuestion(id: QuestionId): HTMLElement {
    const put = asked(this.#answers);
    const answered = put.filter((one) => this.#answers[one]?.length).length;
    const place = put.indexOf(id) + 1;
    const fieldset = this.#page.fieldset(id);
    for (const input of fieldset.querySelectorAll('input')) input.checked = this.#answers[id]?.includes(input.value) ?? false;
    this.#find('[data-place]').append(fieldset);
    this.#find('[data-progress]').textContent =
      `Question ${place} of ${put.length}. Answered so far: ${answered}. The number changes with your answers.`;
    this.#find<HTMLButtonElement>('[data-go=back]').hidden = place === 1;
    this.#find('[data-go=result]').textContent = answered === put.length ? 'See the result' : 'See the result so far';
    this.#tellEffect(id);
    this.#tellSoFar();
    return this.#heading(fieldset, 'h2');
  }
}

/**
 * Turns the page into steps.
 *
 * @param table the parts of the table, from which the result takes its words.
 * @param holdsState whether the fragment of the address is a state rather than the name of a part of the page.
 */
export const runSteps = (root: HTMLElement, table: Document, holdsState: () => boolean): void => {
  new Steps(root, table, holdsState);
};
