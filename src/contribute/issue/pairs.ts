/** What the answers of an issue mean, as the pairs of a form. */
import type { Entry } from '../../check/read.ts';
import { TO_BE_CONFIRMED } from '../../fields.ts';
import type { Field } from '../shape.ts';
import type { Pair } from '../values.ts';
import type { Question } from './answers.ts';

/** The answer of the project form for what is no study. */
export const NO_STUDY = 'it is not a study but a resource';

/** What stands between the parts of a thing that has several, when things stand on lines of their own. */
const BETWEEN = '|';

const folded = (text: string): string => text.trim().toLowerCase();

const linesOf = (answer: string): string[] =>
  answer
    .split('\n')
    .map((line) => line.replace(/^\s*[-*]\s+/, '').trim())
    .filter(Boolean);

/** A field and all that lie in it. */
export const flat = (fields: readonly Field[]): Field[] => fields.flatMap((field) => [field, ...flat(field.fields)]);

/** An id of a question as the path of a field: GitHub allows no dots in it. */
export const pathOf = ({ id }: Question): string => id.replaceAll('-', '.');

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

/** The things of a list, one on each line, each with its parts in the order of their fields. */
const itemsOf = (entries: readonly Entry[], { path, fields, label }: Field, answer: string): Pair[] =>
  linesOf(answer).flatMap((line, index) => {
    const parts = line.split(BETWEEN);
    if (parts.length > fields.length)
      throw new Error(
        `${label}, line ${index + 1}: there are ${parts.length} parts, and at most ${fields.length} mean something: ${fields.map((field) => field.label).join(` ${BETWEEN} `)}.`,
      );
    return fields.slice(0, parts.length).map((field, part): Pair => {
      const written = (parts[part] ?? '').trim();
      return [field.path.replace(`${path}.__`, `${path}.${index}`), meantBy(entries, field.choices)(written)];
    });
  });

/**
 * The pairs that an answer stands for. Several things stand on lines of their own, or with commas between them as GitHub writes them.
 *
 * @throws with a message for the author, when a line has more parts than there are fields.
 */
export const pairsOf = (entries: readonly Entry[], field: Field, answer: string): Pair[] => {
  const { path, as, unconfirmed, choices } = field;
  const meant = meantBy(entries, choices);
  if (path === 'stage')
    return answer === NO_STUDY
      ? [['kind', 'resource']]
      : [
          ['kind', 'study'],
          ['stage', answer],
        ];
  if (unconfirmed && folded(answer) === TO_BE_CONFIRMED) return [[`${path}:unconfirmed`, 'true']];
  if (as === 'list') return itemsOf(entries, field, answer);
  if (as === 'lines') return [[`${path}:lines`, linesOf(answer).join('\n')]];
  if (as === 'several') {
    const words = linesOf(answer).flatMap((line) => line.split(',').map((word) => word.trim()));
    return [[`${path}:[]`, ''], ...words.filter(Boolean).map((word): Pair => [`${path}:[]`, meant(word)])];
  }
  if (as === 'choice') return [[path, meant(answer)]];
  return [[as === 'number' ? `${path}:number` : path, answer]];
};
