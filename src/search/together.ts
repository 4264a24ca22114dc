/**
 * Whether an entry says what a query asks for in one place. Words that stand together in a heading or a sentence were meant together;
 * a page that has one here and another there is mostly about something else.
 */
import { headingsOf, kindWords, otherNames, type Entry } from './small-format.ts';
import { contentKeys, type Part } from './understand.ts';

/** The words of one place of an entry, as keys. */
type Place = ReadonlySet<string>;

/** The places of an entry: its names, each keyword, each heading, each sentence about it. All are read with the title and the kind above them. */
export const placesOf = (entry: Entry): Place[] => {
  const texts = [
    otherNames(entry).join(' '),
    ...(entry.keywords?.split(', ') ?? []),
    ...headingsOf(entry).map(([, text]) => text),
    ...(entry.about?.split(/(?<=[.;]) /) ?? []),
  ];
  const title = contentKeys(`${entry.title} ${kindWords(entry)}`);
  return texts.map((text) => new Set([...title, ...contentKeys(text)]));
};

const says = (place: Place, { wordings }: Part): boolean =>
  wordings.some(({ keys }) => keys.filter((key) => place.has(key)).length > keys.length / 2);

/** The greatest weight of `parts` that one place says, each weighed by `weights`. */
export const saidTogether = (places: readonly Place[], parts: readonly Part[], weights: readonly number[]): number =>
  Math.max(
    0,
    ...places.map((place) => parts.reduce((sum, part, index) => sum + (says(place, part) ? (weights[index] ?? 0) : 0), 0)),
  );
