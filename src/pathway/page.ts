/** What the script reads from the page and from the table: the words of questions, answers and outcomes. */
import type { Answers, QuestionId } from './vocabulary.ts';

export interface Page {
  /** A question in a few words. */
  short: (id: QuestionId) => string;
  /** The labels of the answers given to a question; "not answered" where there are none. */
  labels: (id: QuestionId, answers: Answers) => string;
  fieldset: (id: QuestionId) => HTMLFieldSetElement;
  /** The rows in the order in which a study meets them. */
  rows: readonly { id: string; title: string; phase: string; address: string; article: HTMLElement }[];
  guidelines: ReadonlyMap<string, HTMLElement>;
  /** What to say where answers sit badly together. */
  notices: ReadonlyMap<string, string>;
}

const words = (from: ParentNode | null | undefined, selector: string): string =>
  from?.querySelector(selector)?.textContent?.trim() ?? '';

/** Reads the page that holds the questions, and the parts of the table in one document. */
export const readPage = (root: HTMLElement, table: Document): Page => {
  const fieldsets = new Map(
    [...root.querySelectorAll<HTMLFieldSetElement>('fieldset')].map((one) => [one.dataset.question as QuestionId, one]),
  );
  const fieldset = (id: QuestionId): HTMLFieldSetElement => {
    const found = fieldsets.get(id);
    if (!found) throw new Error(`The page has no question ${id}.`);
    return found;
  };
  const labels = (id: QuestionId, answers: Answers): string =>
    (answers[id] ?? [])
      .map((code) => words(fieldset(id).querySelector(`label:has([value="${code}"])`), '[data-label]'))
      .join(', ') || 'not answered, so counted as unsure';
  const articles = [...table.querySelectorAll<HTMLElement>('article.outcome')];
  return {
    fieldset,
    labels,
    short: (id) => fieldset(id).dataset.short ?? id,
    notices: new Map(
      [...table.querySelectorAll<HTMLElement>('[data-notice]')].map((one) => [one.dataset.notice ?? '', one.textContent.trim()]),
    ),
    rows: articles
      .filter(({ id }) => /^r\d+$/.test(id))
      .map((article) => ({
        id: article.id.toUpperCase(),
        title: words(article, 'h3'),
        phase: words(article.closest('section'), 'h2'),
        address: `${article.closest<HTMLElement>('[data-part]')?.dataset.part ?? ''}#${article.id}`,
        article,
      })),
    guidelines: new Map(
      articles.filter(({ id }) => id.startsWith('guideline-')).map((one) => [one.id.slice('guideline-'.length), one]),
    ),
  };
};
