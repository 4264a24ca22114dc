/** The result: what stops the study, what to do next in order, what may apply and why, and what was ruled out by which answer. */
import { saveMarkdown } from '../components/markdown-file.ts';
import { asked, complete, decide, decideGuidelines, noticesFor, reasons, stopsFor, type Decided } from './decide.ts';
import { element } from '../components/element.ts';
import type { Page } from './page.ts';
import { writePlan, type Plan } from './plan.ts';
import type { RowId } from './rules.ts';
import type { Answers } from './vocabulary.ts';

type Row = Page['rows'][number] & Decided & { because: string };

/** The answers that decided a row, in words. */
const because = ({ why }: Decided, answers: Answers, page: Page): string =>
  reasons(why, answers)
    .map((id) => `${page.short(id)} “${page.labels(id, answers)}”`)
    .join(' · ');

const why = (row: Row): string => {
  if (!row.because) return row.verdict === 'applies' ? 'Applies to every study.' : 'Worth asking in every study.';
  return row.lifted ? `Not ruled out, because unsure: ${row.because}` : `Because: ${row.because}`;
};

/** The parts of a row as the table has them. */
const partsOf = ({ article }: Row) => {
  const copy = article.cloneNode(true) as HTMLElement;
  const find = (selector: string) => [...copy.querySelectorAll(selector)];
  return { stop: find('.stop'), text: find('.text'), facts: find('dl:not(.rules) > div') };
};

/** What applies: what to do, why, who decides and whom to ask. The rest folds away, since a reader comes to act. */
const applying = (row: Row, tag: 'li' | 'div', halts = false): HTMLElement => {
  const { stop, text, facts } = partsOf(row);
  return element(
    tag,
    { className: 'outcome' },
    element('h4', { textContent: row.title }),
    ...(halts ? stop : []),
    ...text,
    element('p', { className: 'because', textContent: why(row) }),
    element('dl', {}, ...facts.slice(0, 2)),
    element(
      'details',
      {},
      element('summary', { textContent: 'Guide, sources, date checked' }),
      element('dl', {}, ...facts.slice(2)),
    ),
  );
};

/** What may apply: its name and why; the rest folds away. */
const possible = (row: Row): HTMLElement => {
  const { text, facts } = partsOf(row);
  return element(
    'details',
    { className: 'outcome' },
    element(
      'summary',
      {},
      element('h4', { textContent: row.title }),
      element('span', { className: 'because', textContent: why(row) }),
    ),
    ...text,
    element('dl', {}, ...facts),
  );
};

/** On paper nothing can be unfolded, so everything is. */
export const unfoldOnPaper = (root: HTMLElement): void => {
  let opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    opened = [...root.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const one of opened) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
  });
};

const section = (title: string, lead: string, ...content: Node[]): HTMLElement =>
  element(
    'section',
    {},
    element('h3', { textContent: title }),
    ...(lead ? [element('p', { className: 'lead', textContent: lead })] : []),
    ...content,
  );

/** Rows in the order of the table, each phase under its name. */
const inPhases = (rows: readonly Row[]): HTMLElement => {
  const list = element('ol', { className: 'rows mt-3' });
  let phase = '';
  for (const row of rows) {
    if (row.phase !== phase) list.append(element('li', { className: 'phase', textContent: row.phase }));
    phase = row.phase;
    list.append(applying(row, 'li'));
  }
  return list;
};

/** What may apply by the rules first, then what an "unsure" leaves open. */
const maybe = (rows: readonly Row[]): HTMLElement =>
  element(
    'div',
    { className: 'rows mt-3' },
    ...[...rows.filter(({ lifted }) => !lifted), ...rows.filter(({ lifted }) => lifted)].map(possible),
  );

const guideline = (article: HTMLElement, fits: boolean): HTMLElement => {
  const copy = article.cloneNode(true) as HTMLElement;
  copy.querySelector('.rules')?.remove();
  const title = copy.querySelector('h3')?.textContent ?? '';
  copy.querySelector('h3')?.replaceWith(element('h4', { textContent: fits ? title : `${title} (may fit)` }));
  return element('li', { className: 'outcome' }, ...copy.childNodes);
};

const ruledOut = (row: Row): HTMLElement => {
  const link = element('a', { href: row.address, textContent: row.title });
  const words = row.article.dataset.whenNo;
  return element(
    'li',
    {},
    link,
    element('span', { className: 'block text-sm text-soft', textContent: `${words ? `${words} ` : ''}By ${row.because}` }),
  );
};

const answersGiven = (answers: Answers, page: Page): HTMLElement =>
  element(
    'dl',
    { className: 'rows answers-given mt-3' },
    ...asked(answers).map((id) => {
      const change = element('button', { type: 'button', className: 'plain-button no-print', textContent: 'Change' });
      change.dataset.change = id;
      change.setAttribute('aria-label', `Change: ${page.short(id)}`);
      return element(
        'div',
        {},
        element('dt', { textContent: page.short(id) }),
        element('dd', { textContent: page.labels(id, answers) }),
        element('dd', {}, change),
      );
    }),
  );

/** Fills `into` with the result, and returns its heading. */
export const showResult = (into: HTMLElement, answers: Answers, page: Page): HTMLElement => {
  const all = complete(answers);
  const found = decide(all);
  const rows = page.rows.map((row): Row => {
    const decided = found[row.id as RowId];
    return { ...row, ...decided, because: because(decided, answers, page) };
  });
  const having = (verdict: Decided['verdict']) => rows.filter((row) => row.verdict === verdict);
  const halting: readonly string[] = stopsFor(all);
  const stops = having('applies').filter(({ id }) => halting.includes(id));
  const next = having('applies').filter((row) => !stops.includes(row));
  const may = having('may');
  const mayStop = may.filter(({ id }) => halting.includes(id)).map(({ title }) => title);
  const no = having('no');
  const open = asked(answers).filter((id) => !answers[id]?.length).length;
  const notices = noticesFor({ ...all, ...(answers.Q1d ? { Q1d: answers.Q1d } : {}) });
  const fitting = decideGuidelines(all);
  const guidelines = [...page.guidelines].flatMap(([id, article]) => {
    const decided = fitting[id as keyof typeof fitting];
    const title = article.querySelector('h3')?.textContent ?? id;
    return decided.verdict === 'no' ? [] : [{ title, article, fits: decided.verdict === 'applies' }];
  });
  const heading = element('h2', { textContent: 'The result', tabIndex: -1 });
  const button = (textContent: string, act: () => void, className = 'button') => {
    const made = element('button', { type: 'button', className, textContent });
    made.addEventListener('click', act);
    return made;
  };
  const plan: Plan = {
    answers,
    page,
    stops,
    next,
    may,
    no,
    guidelines: guidelines.map(({ title, article }) => ({ title, article })),
  };
  const answered = section('Your answers', '', answersGiven(answers, page));
  answered.className = 'beside';
  into.replaceChildren(
    heading,
    element('p', {
      className: 'lead figures',
      textContent: `${stops.length + next.length} apply, ${may.length} may apply, ${no.length} are not triggered by your answers. None of it is a decision: take it to the people named.`,
    }),
    ...(open > 0
      ? [element('p', { className: 'lead', textContent: `Not answered yet: ${open}. What is not answered counts as unsure.` })]
      : []),
    element(
      'p',
      { className: 'actions no-print' },
      button('Download as a study plan', () => saveMarkdown('study-plan.md', writePlan(plan)), 'button main'),
      button('Print', () => print()),
    ),
    element('p', {
      className: 'lead text-sm no-print',
      textContent: 'The address of this page holds your answers. Share it, or keep it; nothing was sent.',
    }),
    element('p', { className: 'only-print text-sm', textContent: location.href }),
    ...notices.map((id) => element('p', { className: 'notice mt-3 max-w-[44rem]', textContent: page.notices.get(id) ?? '' })),
    section(
      'What stops you',
      stops.length > 0 ? '' : 'No answer stops the work by itself.',
      ...(stops.length > 0
        ? [element('div', { className: 'stops mt-3' }, ...stops.map((row) => applying(row, 'div', true)))]
        : []),
      ...(mayStop.length > 0
        ? [
            element(
              'p',
              { className: 'lead' },
              element('strong', { textContent: 'May stop you; ask before you start: ' }),
              mayStop.join(' · '),
            ),
          ]
        : []),
    ),
    section('What to do next, in order', '', inPhases(next)),
    section(
      'How to report it',
      'Reporting guidelines are advice. The most particular comes first.',
      element('ul', { className: 'rows mt-3' }, ...guidelines.map(({ fits, article }) => guideline(article, fits))),
    ),
    section('What may apply, and why', 'Ask before you rule any of these out.', maybe(may)),
    section(
      'What your answers do not trigger, and why',
      'This clears nothing. If an answer changes, it changes.',
      element('ul', { className: 'rows ruled mt-3' }, ...no.map((row) => ruledOut(row))),
    ),
    answered,
  );
  return heading;
};
