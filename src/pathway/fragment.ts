/**
 * The state of the pathway as the fragment of its address, such as `q1a=no&q2=uclh_records.public_dua&at=q3`. A fragment is not sent
 * to any server. Reading never fails: what cannot be restored is left out and said.
 */
import { asked, excludedBy } from './decide.ts';
import { questionsIn } from './conditions.ts';
import { mayHoldTogether, questionIds, questions, type Answers, type QuestionId } from './vocabulary.ts';

/** Where the reader is: at a question, or at the result. */
export type Place = QuestionId | 'result';

export interface State {
  answers: Answers;
  at: Place;
}

/** What was left out of an address, and why. */
export type Dropped =
  | { why: 'unreadable' | 'no such question' | 'no such place'; text: string }
  | { why: 'no such answer'; question: QuestionId; text: string }
  | { why: 'given twice' | 'only one may hold' | 'none stands alone'; question: QuestionId }
  | { why: 'not put'; question: QuestionId; because: QuestionId[] };

const byName = new Map(questionIds.map((id) => [id.toLowerCase(), id]));

/** Codes in the order of the vocabulary, each once. */
const inOrder = (id: QuestionId, codes: readonly string[]): string[] =>
  questions[id].answers.filter((code) => codes.includes(code));

/** The fragment of a state, without `#`. Answers to questions that are not put stay out. */
export const encode = ({ answers, at }: State): string =>
  [
    ...asked(answers).flatMap((id) => {
      const codes = inOrder(id, answers[id] ?? []);
      return codes.length > 0 ? [`${id.toLowerCase()}=${codes.join('.')}`] : [];
    }),
    `at=${at.toLowerCase()}`,
  ].join('&');

const decoded = (part: string): string | undefined => {
  try {
    // Wide letters and capitals are what some keyboards and mail programs make of plain ones.
    return decodeURIComponent(part).normalize('NFKC').toLowerCase().trim();
  } catch {
    return undefined;
  }
};

/** The codes of one answer that exist and may stand together; the rest goes to `dropped`. */
const readCodes = (id: QuestionId, written: string, dropped: Dropped[]): string[] => {
  const known: readonly string[] = questions[id].answers;
  const parts = written.split('.');
  for (const text of parts) if (!known.includes(text)) dropped.push({ why: 'no such answer', question: id, text });
  const found = parts.filter((text) => known.includes(text));
  const codes = inOrder(id, found);
  if (codes.length < found.length) dropped.push({ why: 'given twice', question: id });
  if (codes.length < 2) return codes;
  if (!mayHoldTogether(id)) {
    dropped.push({ why: 'only one may hold', question: id });
    return found.slice(0, 1);
  }
  if (!codes.includes('none')) return codes;
  dropped.push({ why: 'none stands alone', question: id });
  return codes.filter((code) => code !== 'none');
};

/** Where to go when the address does not say: the first question without an answer, else the result. */
export const nextOpen = (answers: Answers): Place => asked(answers).find((id) => !answers[id]?.length) ?? 'result';

/** Reads a fragment, with or without its `#`. Never throws. */
export const decode = (fragment: string): State & { dropped: Dropped[] } => {
  const answers: Answers = {};
  const dropped: Dropped[] = [];
  let place: string | undefined;
  for (const raw of fragment.replace(/^#/, '').split('&')) {
    if (!raw) continue;
    const part = decoded(raw)?.replace(/^amp;/, '');
    if (part === undefined) {
      dropped.push({ why: 'unreadable', text: raw });
      continue;
    }
    const [name = '', ...rest] = part.split('=');
    const written = rest.join('=');
    const id = byName.get(name);
    if (name === 'at') place ??= written;
    else if (!id) dropped.push({ why: 'no such question', text: name });
    else if (answers[id]) dropped.push({ why: 'given twice', question: id });
    else {
      const codes = readCodes(id, written, dropped);
      if (codes.length > 0) answers[id] = codes;
    }
  }
  const kept: Answers = {};
  for (const [id, codes] of Object.entries(answers) as [QuestionId, readonly string[]][]) {
    const because = excludedBy(id, answers);
    if (because) dropped.push({ why: 'not put', question: id, because: questionsIn(because) });
    else kept[id] = codes;
  }
  const at = place === 'result' ? place : byName.get(place ?? '');
  const known = at === 'result' || (at && !excludedBy(at, kept)) ? at : undefined;
  if (place !== undefined && !known) dropped.push({ why: 'no such place', text: place });
  return { answers: kept, at: known ?? nextOpen(kept), dropped };
};

/** At most so many characters of an address are repeated to the reader. */
const MOST = 40;

/** Text of an address that is safe to show: short, and without characters that turn or hide what stands around them. */
const shown = (text: string): string => {
  const plain = text.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').trim();
  const letters = [...plain];
  return letters.length > MOST ? `${letters.slice(0, MOST).join('')}…` : plain;
};

/** What was left out, in a sentence. `name` gives a question in a few words. */
export const describeDropped = (dropped: Dropped, name: (id: QuestionId) => string): string => {
  switch (dropped.why) {
    case 'unreadable':
      return `“${shown(dropped.text)}” cannot be read: its percent signs are broken.`;
    case 'no such question':
      return `There is no question “${shown(dropped.text)}”.`;
    case 'no such place':
      return `There is no step “${shown(dropped.text)}” with these answers.`;
    case 'no such answer':
      return `“${name(dropped.question)}” has no answer “${shown(dropped.text)}”.`;
    case 'given twice':
      return `“${name(dropped.question)}” was answered more than once; the first answer was kept.`;
    case 'only one may hold':
      return `“${name(dropped.question)}” takes one answer; the first was kept.`;
    case 'none stands alone':
      return `“${name(dropped.question)}” had “none” beside other answers; the others were kept.`;
    case 'not put':
      return `“${name(dropped.question)}” is not asked with your answer to ${dropped.because.map((id) => `“${name(id)}”`).join(', ')}.`;
  }
};
