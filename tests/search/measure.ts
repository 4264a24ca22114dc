/** Measures a search on the labelled queries: how often the answer comes first, among the first three, and how far down it stands. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'astro/zod';

const kinds = ['acronym', 'misspelt', 'question', 'synonym', 'topic', 'person', 'spelling', 'none'] as const;
export type QueryKind = (typeof kinds)[number];

const query = z.strictObject({
  q: z.string().min(1),
  who: z.enum(['clinician', 'engineer', 'manager', 'newcomer']),
  find: z.array(z.string().startsWith('/')),
});
const half = z.record(z.enum(kinds), z.array(query).min(1));
const schema = z.strictObject({ tune: half, test: half });

export type Query = z.output<typeof query> & { kind: QueryKind };

/** The labelled queries of one half; `tests/search/queries.yaml` says what they are. */
export const queriesOf = (which: 'tune' | 'test'): Query[] => {
  const file = schema.parse(parse(readFileSync('tests/search/queries.yaml', 'utf8')));
  return kinds.flatMap((kind) => file[which][kind].map((one) => ({ ...one, kind })));
};

export interface Score {
  queries: number;
  hit1: number;
  hit3: number;
  mrr: number;
}

/**
 * At which place, counted from 1, an answer stands; 0 where it does not. A query without an answer is answered by finding nothing.
 * A page answers for its sections, and a letter of the glossary for the terms below it.
 */
export const placeOf = ({ find }: Query, paths: readonly string[]): number => {
  if (find.length === 0) return paths.length === 0 ? 1 : 0;
  const isAnswer = (path: string) => {
    const letter = /^\/glossary\/#letter-(.)$/.exec(path)?.[1]?.toLowerCase();
    return (
      find.includes(path) ||
      find.includes(path.replace(/#.*/, '')) ||
      (letter !== undefined && find.some((one) => one.startsWith(`/glossary/#${letter}`)))
    );
  };
  return paths.findIndex(isAnswer) + 1;
};

export const scoreOf = (places: readonly number[]): Score => {
  const share = (is: (place: number) => boolean) => places.filter(is).length / places.length;
  return {
    queries: places.length,
    hit1: share((place) => place === 1),
    hit3: share((place) => place > 0 && place <= 3),
    mrr: places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / places.length,
  };
};

export type Scores = Map<QueryKind | 'all', Score>;

/** Scores by kind, and over all. `answers` holds what was found for each query, in order. */
export const scoresOf = (queries: readonly Query[], answers: readonly (readonly string[])[]): Scores => {
  const places = queries.map((one, index) => placeOf(one, answers[index] ?? []));
  const ofKind = (kind: QueryKind) => scoreOf(places.filter((_, index) => queries[index]?.kind === kind));
  return new Map<QueryKind | 'all', Score>([['all', scoreOf(places)], ...kinds.map((kind) => [kind, ofKind(kind)] as const)]);
};

/** What the issue of search asks of the test half: the least share of queries with an answer among the first three. */
export const LEAST: Partial<Record<QueryKind | 'all', number>> = { all: 0.92, misspelt: 0.85, acronym: 0.95 };

/** The kinds that fall short, each as a sentence. */
export const shortfalls = (scores: Scores): string[] =>
  Object.entries(LEAST)
    .filter(([kind, least]) => (scores.get(kind as QueryKind | 'all')?.hit3 ?? 0) < least)
    .map(
      ([kind, least]) =>
        `${kind}: hit@3 is ${scores.get(kind as QueryKind | 'all')?.hit3.toFixed(3)}, at least ${least} is asked`,
    );
