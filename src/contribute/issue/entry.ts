/** Turns the answers of an issue into the file of an entry, or into messages for the author. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareCheck } from '../../check/check.ts';
import { isError } from '../../check/problems.ts';
import { readContent, readEntry, type Entry } from '../../check/read.ts';
import { rooms } from '../../check/rooms.ts';
import { isUnconfirmed, TO_BE_CONFIRMED } from '../../fields.ts';
import { judge } from '../judge.ts';
import { kindOf, type KindName } from '../kinds.ts';
import { pickersOf } from '../pickers.ts';
import { shapeOf, type Field } from '../shape.ts';
import { TEXT, type Pair } from '../values.ts';
import { answersIn, questionsOf, type Question } from './answers.ts';

/** The issue form of each kind that has one, by the word that its titles begin with. */
export const issueForms: Readonly<Record<string, { kind: KindName; file: string }>> = {
  'Project: ': { kind: 'project', file: 'project.yml' },
  'Contact: ': { kind: 'contact', file: 'contact.yml' },
  'Term: ': { kind: 'term', file: 'term.yml' },
};

export interface Issue {
  title: string;
  body: string;
  /** The day on which it was last changed, as YYYY-MM-DD. */
  day: string;
}

export type Outcome = { path: string; text: string } | { messages: string[] };

/** The answer of the project form for what is no study. */
export const NO_STUDY = 'it is not a study but a resource';

const folded = (text: string): string => text.trim().toLowerCase();

/** The entry that somebody means by its name, its e-mail address or its file name; what is unknown stays as it was written. */
const meantBy =
  (entries: readonly Entry[], choices: Field['choices']) =>
  (written: string): string => {
    const known = choices.find(({ value, label }) => [value, folded(label)].includes(folded(written)));
    if (known) return known.value;
    const email = entries.find(
      ({ data }) => folded(String((data as { email?: unknown } | undefined)?.email ?? '')) === folded(written),
    );
    return email && choices.some(({ value }) => value === email.id) ? email.id : written;
  };

/** The pairs that an answer stands for. Several things stand on lines of their own, or with commas between them as GitHub writes them. */
const pairsOf = (field: Field, answer: string, meant: (written: string) => string): Pair[] => {
  const { path, as, unconfirmed } = field;
  if (unconfirmed && folded(answer) === TO_BE_CONFIRMED) return [[`${path}:unconfirmed`, 'true']];
  if (as === 'lines') return [[`${path}:lines`, answer]];
  if (as === 'several') {
    const words = answer
      .split(/\n|,/)
      .map((word) => word.replace(/^[-*]\s+/, '').trim())
      .filter(Boolean);
    return [[`${path}:[]`, ''], ...words.map((word): Pair => [`${path}:[]`, meant(word)])];
  }
  return [[as === 'number' ? `${path}:number` : path, answer]];
};

const flat = (fields: readonly Field[]): Field[] => fields.flatMap((field) => [field, ...flat(field.fields)]);

/** An id of a question as the path of a field: GitHub allows no dots in it. */
export const pathOf = ({ id }: Question): string => id.replaceAll('-', '.');

/** What an issue becomes, judged with the content of the repository at `root`. Undefined where its form becomes no entry. */
export const outcomeOf = async (root: string, { title, body, day }: Issue): Promise<Outcome | undefined> => {
  const form = Object.entries(issueForms).find(([start]) => title.startsWith(start))?.[1];
  if (!form) return undefined;
  const kind = kindOf(form.kind);
  const content = readContent(root);
  const { entries } = content;
  const questions = questionsOf(readFileSync(join(root, '.github/ISSUE_TEMPLATE', form.file), 'utf8'));
  let answers: Map<string, string>;
  try {
    answers = answersIn(body, questions);
  } catch (error) {
    return { messages: [error instanceof Error ? error.message : String(error)] };
  }
  const schemaOf = await kind.schema();
  const pickers = pickersOf(entries.map(({ room, id, data }) => ({ folder: room.folder, id, data: (data ?? {}) as object })));
  const fields = new Map(flat(shapeOf(schemaOf, pickers)).map((field) => [field.path, field]));
  const pairs: Pair[] = [];
  const texts: string[] = [];
  for (const question of questions) {
    const answer = answers.get(question.id) ?? '';
    const field = fields.get(pathOf(question));
    if (field?.path === 'stage') {
      pairs.push(['kind', answer === NO_STUDY ? 'resource' : 'study']);
      if (answer !== NO_STUDY) pairs.push(['stage', answer]);
    } else if (field) pairs.push(...pairsOf(field, answer, meantBy(entries, field.choices)));
    else if (answer) texts.push(`## ${question.label}\n\n${answer}`);
  }
  // What nobody was asked is not guessed.
  for (const field of fields.values()) {
    const asked = pairs.some(([name]) => name.split(':')[0] === field.path);
    if (!asked && field.required && field.unconfirmed && !field.path.includes('.'))
      pairs.push([`${field.path}:unconfirmed`, 'true']);
    if (!asked && field.path === 'updated') pairs.push(['updated', day]);
  }
  const text = kind.text ? texts.join('\n\n') : '';
  const taken = entries.filter(({ room }) => room.folder === kind.folder).map(({ id }) => id);
  const emails = entries
    .map(({ data }) => (data as { email?: unknown } | undefined)?.email)
    .filter((one) => typeof one === 'string');
  const known = { emails: emails.filter((one) => !isUnconfirmed(one)), names: pickers.contact.map(({ label }) => label) };
  const judged = judge(kind, schemaOf(), [...pairs, [TEXT, text]], { taken, known });
  const named = (control: string) =>
    questions.find((question) => pathOf(question) === control.split('.')[0])?.label ?? 'Your answers';
  const lost = [...fields.values()].flatMap(({ path, choices, label }) =>
    choices.length === 0
      ? []
      : pairs
          .filter(([name, value]) => name.split(':')[0] === path && value !== '' && !name.endsWith(':unconfirmed'))
          .filter(([, value]) => !choices.some((choice) => choice.value === value))
          .map(() => `${named(path)}: choose from: ${choices.map((choice) => choice.label).join(', ')}. (${label})`),
  );
  const messages = [
    ...judged.faults.map(({ control, message }) => `${named(control)}: ${message}`),
    ...judged.likely.map(({ control, message }) => `${named(control)}: ${message}`),
    ...lost,
  ];
  if (messages.length > 0) return { messages: [...new Set(messages)] };
  // Here, unlike in a browser, the whole check can be asked.
  const room = rooms.find(({ folder }) => folder === kind.folder);
  const entry = room && readEntry(room, judged.path, Buffer.from(judged.text));
  const errors = entry ? prepareCheck(root, content, { today: day }).check(entry).filter(isError) : [];
  if (errors.length > 0) return { messages: [...new Set(errors.map(({ message }) => message))] };
  return { path: judged.path, text: judged.text };
};
