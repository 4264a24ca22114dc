/** Entries as the form makes them: a plain one of each kind, and ones with a hostile text in every place that takes it. */
import type { z } from 'astro/zod';
import { dayNumber } from '../../../src/days.ts';
import { judge, type Judgement } from '../../../src/contribute/judge.ts';
import { kindNames, kindOf, type KindName } from '../../../src/contribute/kinds.ts';
import { FILE_NAME, TEXT, type Pair } from '../../../src/contribute/values.ts';
import { looseRefs } from '../../../src/fields.ts';
import { plainDay } from '../../../src/meetups/plan.ts';

/** The day of the first meeting in the tests, a Wednesday, and so of entry number 0; each number has one a fortnight later. */
export const FIRST_DAY = '2026-12-02';

const dayFor = (number: number): string => plainDay(dayNumber(FIRST_DAY) + 14 * number);

/** The fields that each kind must have, and the two that lists show. */
const plain: Record<KindName, { heading: string; lead: string; others: readonly Pair[] }> = {
  project: {
    heading: 'title',
    lead: 'summary',
    others: [
      ['kind', 'study'],
      ['stage', 'idea'],
      ['themes:[]', 'evaluation'],
      ['contacts:[]', 'justin-healy'],
      ['organisations:unconfirmed', 'true'],
      ['updated', '2026-11-25'],
      ['evidence.question', 'Does p<0.05 {hold} & "matter"?'],
    ],
  },
  session: {
    heading: 'title',
    lead: 'summary',
    others: [
      ['series', 'fortnightly-meetup'],
      ['speakers.0.name', 'Ada O’Example & Co <first>'],
    ],
  },
  contact: {
    heading: 'name',
    lead: 'role',
    others: [
      ['kind', 'person'],
      ['affiliations:unconfirmed', 'true'],
      ['askAbout:lines', 'Evaluation: "how", & with whom?\n# Summaries'],
      ['consent:unconfirmed', 'true'],
    ],
  },
  term: { heading: 'term', lead: 'definition', others: [['aliases:lines', 'An alias: "of" <it>']] },
  guide: {
    heading: 'title',
    lead: 'description',
    others: [
      ['short', 'Short & "plain": <a>'],
      ['part', 'Doing the work'],
      ['readers.clinician', 'For clinicians: p<0.05.'],
      ['readers.dataScientist', 'For data scientists: {braces}.'],
      ['readers.manager', 'For managers: "quotes".'],
      ['status', 'draft'],
      ['owner:unconfirmed', 'true'],
      ['ask:[]', 'justin-healy'],
      ['sources.0.id', 'names'],
      ['sources.0.title', 'Names: a "source" & more'],
      ['sources.0.url', 'https://example.org/names?a=1&b=2'],
      ['sources.0.publisher', 'Institute of <Examples>'],
      ['sources.0.dated', '2026-03'],
      ['sources.0.readOn', '2026-11-23'],
      ['sources.0.howRead', 'in full'],
    ],
  },
};

export interface Made extends Judgement {
  kind: KindName;
  id: string;
  heading: string;
  lead: string;
  /** A word that no other entry has. */
  word: string;
  /** The texts of its fields that its page shows as they are. */
  shown: string[];
}

const letter = (number: number): string => String.fromCharCode(97 + (number % 26)).repeat(2);

/** A word that no other number has, and that no stem or typing error makes another. */
const wordFor = (number: number): string => `qu${letter(Math.floor(number / 26))}o${letter(number)}x`;

const given = (pairs: readonly Pair[], shown: readonly string[]): string[] =>
  pairs.filter(([name]) => shown.some((end) => name.endsWith(end))).flatMap(([, value]) => value.split('\n'));

/** The fields of the plain entries that hold words for readers. */
const SHOWN = [
  'question',
  'speakers.0.name',
  ':lines',
  'readers.clinician',
  'readers.dataScientist',
  'readers.manager',
  '.publisher',
];

/**
 * The schemas of all kinds, so that entries can be made one after the other.
 *
 * @returns a maker: of entry number `number`, with `hostile` in every place that takes it; undefined where none does.
 */
export const maker = async (): Promise<(kind: KindName, number: number, hostile?: string) => Made | undefined> => {
  const schemas = new Map<KindName, z.ZodType>();
  for (const kind of kindNames) schemas.set(kind, (await kindOf(kind).schema())(looseRefs));
  return (name, number, hostile) => {
    const kind = kindOf(name);
    const schema = schemas.get(name);
    if (!schema) throw new Error(`There is no schema for ${name}.`);
    const { heading, lead, others: fixed } = plain[name];
    const own: Partial<Record<KindName, Pair>> = {
      session: ['date', dayFor(number)],
      guide: ['order:number', String(100 + number)],
    };
    const others = [...fixed, ...(own[name] ? [own[name]] : [])];
    const word = wordFor(number);
    const id = `made-${number}`;
    const mark = name === 'guide' ? '<Source id="names" />' : '';
    const withText = (text: string): Pair => [TEXT, kind.text ? `${text}\n\nWords of ${word}.${mark}\n` : ''];
    const tame: Pair[] = [
      [heading, `Plain ${word}`],
      [lead, `Nobody else says ${word} here.`],
      withText('## A *part* & more\n\nWith p<0.05, {braces}, “quotes” and `code {x} <y>`.\n\n- One\n- Two'),
    ];
    const judged = (pairs: readonly Pair[]) =>
      judge(kind, schema, [...others, ...pairs, [FILE_NAME, id]], { taken: [], known: {} });
    const takes = (pairs: readonly Pair[]) => {
      const { faults, likely } = judged(pairs);
      return faults.length === 0 && likely.length === 0;
    };
    let pairs = tame;
    if (hostile !== undefined) {
      const wild: Pair[] = [[heading, hostile], [lead, `${hostile} ${word} is said by nobody else.`], withText(hostile)];
      for (const [place, pair] of wild.entries()) if (takes(pairs.with(place, pair))) pairs = pairs.with(place, pair);
      if (pairs === tame) return undefined;
    }
    const judgement = judged(pairs);
    if (!takes(pairs)) throw new Error(`The plain ${name} is refused: ${JSON.stringify(judgement.faults)}`);
    const said = (field: string) => (pairs.find(([one]) => one === field)?.[1] ?? '').trim();
    return { ...judgement, kind: name, id, word, heading: said(heading), lead: said(lead), shown: given(others, SHOWN) };
  };
};
