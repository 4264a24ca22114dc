/** The search dialog: words in, results out, by keyboard alone if wished. The page has built its frame (site-search.ts). */
import styles from './dialog.css?inline';
import { element } from '../components/element.ts';
import { SearchEngine, type Filters, type Passage } from './engine.ts';
import { looksLikeIdentifier } from './identifier-like.ts';
import { aToZ, correctionLine, countOf, IDENTIFIER_WARNING, nothingFound, type Site } from './messages.ts';
import { narrowed, showNarrowing } from './narrowing.ts';
import type { Answers } from './rank.ts';
import { answerGroups, passageGroup, type Wanted } from './results.ts';
import type { Understood } from './understand.ts';
import { fold } from './words.ts';

/** Milliseconds without a key after which the full text is asked for a query that is still being typed. */
const PAUSE = 120;

/** Milliseconds after which a slow network is said to be one. */
const SLOW = 600;

/** Milliseconds after the answers until their query is put into the address: browsers take their time over it, and count how often. */
const REST = 300;

/** A query of fewer characters is the beginning of one. */
const SHORT = 3;

/** No query has more characters. */
const MOST = 20_000;

/** What a query has got so far. */
interface Shown {
  found: Answers | undefined;
  passages: Promise<Passage[]>;
  /** How many first answers there are. */
  count: number;
  /** Shows those that are not among the best. */
  showRest: () => void;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Puts the query into the address, so that going back restores it. It is told to nobody: the page is not loaded anew.
 */
const remember = (query: string): void => {
  const url = new URL(location.href);
  if (query) url.searchParams.set('q', query.slice(0, 500));
  else url.searchParams.delete('q');
  if (url.href !== location.href) history.replaceState(history.state, '', url);
};

/** Works the frame inside `host`. */
const start = (host: HTMLElement): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);

  const given = host.closest<HTMLElement>('site-search')?.dataset ?? {};
  const site: Site = { base: given['base'] ?? '/', repository: given['repository'] ?? '' };
  const dialog = host.querySelector('dialog') as HTMLDialogElement;
  const input = host.querySelector('input') as HTMLInputElement;
  Object.assign(input, { spellcheck: false, enterKeyHint: 'search', maxLength: MOST });
  const status = host.querySelector('[role=status]') as HTMLElement;
  const narrowing = element(
    'fieldset',
    { hidden: true },
    element('legend', { textContent: 'Narrow the results' }),
    element('div'),
  );
  const notes = element('div', { className: 'notes' });
  const first = element('div');
  const text = element('div');
  dialog.querySelector('.bar')?.after(narrowing);
  dialog.append(notes, first, text);

  const startEngine = (): SearchEngine => {
    const started = new SearchEngine(site.base, given['version'] ?? '');
    // Further files only add to what is there.
    void started.loadRest(() => search()).catch(() => undefined);
    return started;
  };
  let engine = startEngine();
  /** Nothing could be loaded; the network may be back at the next key. */
  let broken = false;
  /** A result was chosen, and the query goes into the history with this page. */
  let leaving = false;
  let filters: Filters = {};
  let asTyped = false;
  let turn = 0;
  /** The first answers of the last query, so that Enter waits for them. */
  let settled: Promise<unknown> = Promise.resolve();

  /** An empty value chooses everything. */
  const choose = (name: string, value: string): void => {
    filters = Object.fromEntries(Object.entries({ ...filters, [name]: value }).filter(([, chosen]) => chosen));
  };

  const clear = (): void => {
    for (const box of [notes, first, text]) box.replaceChildren();
    narrowing.hidden = true;
  };

  const wantedBy = (query: string, found?: Answers): Wanted => ({
    keys: new Set(found?.understood.parts.flatMap(({ wordings }) => wordings[0]?.keys ?? [])),
    beginning: /[\p{L}\p{N}]+$/u.exec(fold(query))?.[0] ?? '',
  });

  /** What the query asks for; undefined where the index is not there. */
  const understand = async (query: string, mine: number): Promise<Understood | undefined> => {
    const slow = setTimeout(() => {
      if (mine === turn) status.textContent = 'Loading search …';
    }, SLOW);
    try {
      await engine.ready;
    } catch {
      return undefined;
    } finally {
      clearTimeout(slow);
    }
    return mine === turn ? engine.first.understand(query, { asTyped }) : undefined;
  };

  /** Shows the first answers, and the passages behind them. The full text looks for its own while the first are found and drawn. */
  const answer = async (query: string, mine: number, wait: number): Promise<Shown> => {
    const understood = await understand(query, mine);
    const words = understood?.text || query.slice(0, 300);
    const passages = wait
      ? pause(wait).then(() => (mine === turn ? engine.passages(words, filters) : []))
      : engine.passages(words, filters);
    // Whoever shows them hears of a failure.
    passages.catch(() => undefined);
    if (!understood || mine !== turn) return { found: undefined, passages, count: 0, showRest: () => undefined };
    const found = engine.first.answer(query, understood);
    const answers = narrowed(found.answers, filters);
    clear();
    const [best, ...others] = answerGroups(answers, site.base, wantedBy(query, found));
    first.replaceChildren(...(best ? [best] : []));
    // Below the best, a frame later or with the passages, whichever is sooner: the best are not to wait for them.
    const showRest = (): void => {
      if (mine === turn) first.append(...others.splice(0));
    };
    requestAnimationFrame(() => setTimeout(showRest));
    showNarrowing(narrowing, found.answers, filters);
    notes.replaceChildren(...[correctionLine(found.understood.corrections, asTyped)].filter((note) => note !== undefined));
    status.textContent = answers.length > 0 ? countOf(answers.length, 0) : 'Looking through the text …';
    return { found, passages, count: answers.length, showRest };
  };

  const showText = async (query: string, mine: number, { found, passages: asked, count, showRest }: Shown): Promise<void> => {
    const passages = await asked.catch(() => undefined);
    if (mine !== turn) return;
    showRest();
    if (!found) clear();
    if (!found && !passages) {
      status.replaceChildren(...aToZ(site, 'Search did not load.'));
      broken = true;
      return;
    }
    text.replaceChildren(...(passages?.length ? [passageGroup(passages, wantedBy(query, found))] : []));
    const passed = passages?.length ?? 0;
    if (count + passed > 0) status.textContent = countOf(count, passed);
    else {
      status.textContent = `Nothing found for “${query.slice(0, 100)}”.`;
      notes.append(nothingFound(query, engine.first, site));
    }
  };

  const search = (): void => {
    const query = input.value.trim() && input.value.trimStart();
    const mine = (turn += 1);
    // A further file of the index may arrive, and search again, after a result was chosen.
    if (dialog.open) leaving = false;
    if (broken) [engine, broken] = [startEngine(), false];
    if (!query || looksLikeIdentifier(query)) {
      clear();
      status.textContent = query ? IDENTIFIER_WARNING : '';
      remember('');
      dialog.ariaBusy = 'false';
      return;
    }
    // Who rests between keys gets passages at once; who types on is not asked for with every letter.
    const wait = dialog.ariaBusy === 'true' || query.length < SHORT ? PAUSE : 0;
    dialog.ariaBusy = 'true';
    const answered = answer(query, mine, wait);
    settled = answered;
    void answered
      .then((shown) => (mine === turn ? showText(query, mine, shown) : undefined))
      .finally(() => {
        if (mine !== turn) return;
        dialog.ariaBusy = 'false';
        setTimeout(() => {
          if (mine === turn && dialog.open) remember(query.trim());
        }, REST);
      });
  };

  input.addEventListener('input', () => {
    asTyped = false;
    search();
  });
  narrowing.addEventListener('click', (event) => {
    const kind = (event.target as Element).closest('button')?.dataset['kind'];
    if (kind === undefined) return;
    choose('kind', kind);
    search();
  });
  narrowing.addEventListener('change', (event) => {
    const { name, value } = event.target as HTMLSelectElement;
    choose(name, value);
    search();
  });
  notes.addEventListener('click', (event) => {
    const { typed, words } = (event.target as Element).closest('button')?.dataset ?? {};
    if (typed === undefined && words === undefined) return;
    if (words) input.value = words;
    asTyped = typed === '1';
    input.focus();
    search();
  });
  dialog.addEventListener('click', (event) => {
    leaving = (event.target as Element).closest('li > a') !== null;
    if (leaving) remember(input.value.trim());
    // A link to the page that is open already would leave the dialog in the way.
    if (leaving || event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => {
    if (!leaving) remember('');
  });
  dialog.addEventListener('keydown', (event) => {
    const links = () => [...dialog.querySelectorAll<HTMLAnchorElement>('li > a')];
    const atInput = document.activeElement === input;
    if (event.key === 'Enter' && atInput) {
      // Once the dialog has closed, the same key would press the button that the focus returns to.
      event.preventDefault();
      void settled.then(() => links()[0]?.click());
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const now = links().indexOf(document.activeElement as HTMLAnchorElement);
    if (now === -1 && !atInput) return;
    event.preventDefault();
    const next = now + (event.key === 'ArrowDown' ? 1 : -1);
    (next < 0 ? input : links()[Math.min(next, links().length - 1)])?.focus();
  });
  search();
};

customElements.define(
  'search-dialog',
  class extends HTMLElement {
    connectedCallback(): void {
      start(this);
    }
  },
);
