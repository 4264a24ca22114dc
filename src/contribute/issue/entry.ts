/** Turns the answers of an issue into the file of an entry, or into messages for the author. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareCheck } from '../../check/check.ts';
import { isError } from '../../check/problems.ts';
import { readContent, readEntry, type Content, type Entry } from '../../check/read.ts';
import { rooms } from '../../check/rooms.ts';
import { isUnconfirmed } from '../../fields.ts';
import { judge, type Judgement, type Surroundings } from '../judge.ts';
import { kindOf, type Kind, type KindName } from '../kinds.ts';
import { pickersOf } from '../pickers.ts';
import { shapeOf, type Field, type Pickers } from '../shape.ts';
import { TEXT, type Pair } from '../values.ts';
import { answersIn, questionsOf, type Question } from './answers.ts';
import { flat, pairsOf, pathOf } from './pairs.ts';

/** An issue form that becomes an entry. */
interface IssueForm {
  kind: KindName;
  file: string;
  /** What is the same in every entry that such an issue becomes. */
  always?: readonly Pair[];
}

/** The issue form of each kind, by the word that its titles begin with. */
export const issueForms: Readonly<Record<string, IssueForm>> = {
  'Project: ': { kind: 'project', file: 'project.yml' },
  'Session: ': { kind: 'session', file: 'session.yml' },
  'Contact: ': { kind: 'contact', file: 'contact.yml' },
  'Term: ': { kind: 'term', file: 'term.yml' },
  'Guide: ': { kind: 'guide', file: 'guide.yml', always: [['status', 'draft']] },
};

export interface Issue {
  title: string;
  body: string;
  /** The day on which it was last changed, as YYYY-MM-DD. */
  day: string;
}

export type Outcome = { path: string; text: string } | { messages: string[] };

/** The question whose answer is the text below the fields; other questions about the text get a heading each. */
const WHOLE_TEXT = 'text';

const fieldOf = ([name]: Pair): string => name.split(':')[0] ?? '';

/** The pairs that the answers stand for, and those that nobody was asked for. What cannot be known is not guessed. */
const filledIn = (
  { always = [] }: IssueForm,
  fields: ReadonlyMap<string, Field>,
  questions: readonly Question[],
  answers: ReadonlyMap<string, string>,
  entries: readonly Entry[],
  day: string,
): Pair[] => {
  const pairs: Pair[] = [...always];
  const texts: string[] = [];
  for (const question of questions) {
    const answer = answers.get(question.id) ?? '';
    const field = fields.get(pathOf(question));
    if (field) pairs.push(...pairsOf(entries, field, answer));
    else if (answer) texts.push(question.id === WHOLE_TEXT ? answer : `## ${question.label}\n\n${answer}`);
  }
  for (const field of fields.values()) {
    if (pairs.some((pair) => fieldOf(pair) === field.path)) continue;
    if (field.required && field.unconfirmed && !field.path.includes('.')) pairs.push([`${field.path}:unconfirmed`, 'true']);
    if (field.path === 'updated') pairs.push(['updated', day]);
  }
  // As the schema has them, which is the order in which people look for them in a file.
  const names = [...fields.keys()];
  const place = (pair: Pair) => names.indexOf(fieldOf(pair).split('.')[0] ?? '');
  return [...pairs.toSorted((a, b) => place(a) - place(b)), [TEXT, texts.join('\n\n')]];
};

/** What the site knows already. */
const surroundingsOf = (entries: readonly Entry[], { folder }: Kind, pickers: Pickers): Surroundings => {
  const emails = entries
    .map(({ data }) => (data as { email?: unknown } | undefined)?.email)
    .filter((one) => typeof one === 'string');
  return {
    taken: entries.filter(({ room }) => room.folder === folder).map(({ id }) => id),
    known: { emails: emails.filter((one) => !isUnconfirmed(one)), names: pickers.contact.map(({ label }) => label) },
  };
};

/** The question that a control belongs to, in the author's words; of a thing in a list, also its line. */
const namedAmong =
  (questions: readonly Question[]) =>
  (control: string): string => {
    const fits = (path: string) =>
      control === path || control.startsWith(`${path}.`) || (control === TEXT && path === WHOLE_TEXT);
    const question = questions.find((one) => fits(pathOf(one)));
    if (!question) return 'Your answers';
    const [, item] = /^\.(\d+)(?:\.|$)/.exec(control.slice(pathOf(question).length)) ?? [];
    return item === undefined ? question.label : `${question.label} Line ${Number(item) + 1}`;
  };

/** What does not fit: what the schema and the guard say, and choices that do not exist. */
const messagesFor = (
  { faults, likely }: Judgement,
  pairs: readonly Pair[],
  fields: ReadonlyMap<string, Field>,
  named: (control: string) => string,
): string[] => {
  const lost = [...fields.values()]
    .filter(({ choices }) => choices.length > 0)
    .flatMap(({ path, choices, label }) =>
      pairs
        .filter((pair) => fieldOf(pair) === path && pair[1] !== '' && !pair[0].endsWith(':unconfirmed'))
        .filter(([, value]) => !choices.some((choice) => choice.value === value))
        .map(() => `${named(path)}: choose from: ${choices.map((choice) => choice.label).join(', ')}. (${label})`),
    );
  return [...[...faults, ...likely].map(({ control, message }) => `${named(control)}: ${message}`), ...lost];
};

/** The whole check, which can be asked here, unlike in a browser. */
const errorsOf = (
  root: string,
  content: Content,
  { folder }: Kind,
  file: { path: string; text: string },
  day: string,
): string[] => {
  const room = rooms.find((one) => one.folder === folder);
  if (!room) return [];
  const entry = readEntry(room, file.path, Buffer.from(file.text));
  return prepareCheck(root, content, { today: day })
    .check(entry)
    .filter(isError)
    .map(({ message }) => message);
};

/** What an issue becomes, judged with the content of the repository at `root`. Undefined where its form becomes no entry. */
export const outcomeOf = async (root: string, { title, body, day }: Issue): Promise<Outcome | undefined> => {
  const form = Object.entries(issueForms).find(([start]) => title.startsWith(start))?.[1];
  if (!form) return undefined;
  const kind = kindOf(form.kind);
  const content = readContent(root);
  const { entries } = content;
  const questions = questionsOf(readFileSync(join(root, '.github/ISSUE_TEMPLATE', form.file), 'utf8'));
  const schemaOf = await kind.schema();
  const pickers = pickersOf(entries.map(({ room, id, data }) => ({ folder: room.folder, id, data: (data ?? {}) as object })));
  const fields = new Map(flat(shapeOf(schemaOf, pickers)).map((field) => [field.path, field]));
  let pairs: Pair[];
  try {
    pairs = filledIn(form, fields, questions, answersIn(body, questions), entries, day);
  } catch (error) {
    return { messages: [error instanceof Error ? error.message : String(error)] };
  }
  const judged = judge(kind, schemaOf(), pairs, surroundingsOf(entries, kind, pickers));
  const messages = messagesFor(judged, pairs, fields, namedAmong(questions));
  const { path, text } = judged;
  if (messages.length === 0) messages.push(...errorsOf(root, content, kind, { path, text }, day));
  return messages.length > 0 ? { messages: [...new Set(messages)] } : { path, text };
};
