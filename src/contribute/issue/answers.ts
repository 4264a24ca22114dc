/** Reads the body of an issue that was written with one of our issue forms. */
import { parse } from 'yaml';

/** A question of an issue form. */
export interface Question {
  id: string;
  label: string;
  required: boolean;
}

interface IssueForm {
  body: { type: string; id?: string; attributes: { label?: string }; validations?: { required?: boolean } }[];
}

/** The questions of an issue form, in order, from its YAML; what is only ticked is no question. */
export const questionsOf = (form: string): Question[] =>
  (parse(form) as IssueForm).body
    .filter(({ type }) => type === 'input' || type === 'textarea' || type === 'dropdown')
    .map(({ id = '', attributes: { label = '' }, validations }) => ({ id, label, required: validations?.required ?? false }));

/** The heading of what is only ticked, which ends the last answer. */
const TICKED = 'Before you send it';

/** What GitHub writes where nothing was answered. */
const NOTHING = /^(?:_No response_|None)$/;

/**
 * The answers by the id of their question. GitHub writes each question as a heading and does not mark where an answer ends, so an
 * answer that holds the heading of another question could speak in its place.
 *
 * @throws with a message for the author, when a heading is missing or stands there twice.
 */
export const answersIn = (body: string, questions: readonly Question[]): Map<string, string> => {
  const text = body.replaceAll(/\r\n?/g, '\n');
  const headingOf = (label: string): RegExpExecArray | undefined => {
    const found = [...text.matchAll(new RegExp(`^### ${RegExp.escape(label)}[ \\t]*$`, 'gm'))];
    if (found.length > 1) throw new Error(`The heading "${label}" stands there twice. Take the one inside your answer away.`);
    return found[0];
  };
  const headings = questions.map(({ label }) => {
    const first = headingOf(label);
    if (!first) throw new Error(`The heading "${label}" is missing. Put the line "### ${label}" back above your answer.`);
    return { start: first.index, end: first.index + first[0].length };
  });
  const starts = [...headings.map(({ start }) => start), headingOf(TICKED)?.index ?? text.length];
  return new Map(
    questions.map(({ id }, index) => {
      const from = headings[index]?.end ?? 0;
      const to = Math.min(...starts.filter((start) => start >= from), text.length);
      const answer = text.slice(from, to).trim();
      return [id, NOTHING.test(answer) ? '' : answer];
    }),
  );
};
