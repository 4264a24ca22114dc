/** Measures the patient-identifier guard on both halves of its corpus: what it finds, and how often it is wrong. */
import { findIdentifiers } from '../../../src/check/identifiers/index.ts';
import { table } from '../table.ts';
import { honestPages, identifyingPages, type Page } from './corpus.ts';
import { draw, kinds, mark, NHS_GROUPINGS, type Half, type Kind } from './draw.ts';
import { late } from './held-out-late.ts';
import { heldOut } from './held-out.ts';
import { measureSpeed } from './speed.ts';
import { tuning } from './tuning.ts';

export const LIMITS = { nhsNumbers: 0.98, all: 0.9, falseAlarmsPer200: 1 } as const;

/** How many pages come from one passage, and how many honest pages there are. */
const SEEDS = 25;
const HONEST = 2000;

export interface Result {
  found: Map<Kind, { found: number; of: number }>;
  falseAlarms: number;
  honest: number;
  missed: Page[];
  alarmed: Page[];
}

const isFound = ({ text, hidden }: Page): boolean =>
  hidden !== undefined &&
  findIdentifiers(text).some(
    ({ rule, start, end }) =>
      start < hidden.end &&
      hidden.start < end &&
      (hidden.kind !== 'NHS number' || rule === 'nhs-number' || rule === 'record-number'),
  );

/** What the guard makes of one half. A page counts as found when a finding lies on its identifier, and not merely near it. */
export const measure = (half: Half, seed: number): Result => {
  const seeds = Array.from({ length: SEEDS }, (_, index) => seed + index);
  const found = new Map<Kind, { found: number; of: number }>(kinds.map((kind) => [kind, { found: 0, of: 0 }]));
  const missed: Page[] = [];
  for (const page of identifyingPages(half, seeds)) {
    const count = page.hidden && found.get(page.hidden.kind);
    if (!count) continue;
    count.of += 1;
    if (isFound(page)) count.found += 1;
    else missed.push(page);
  }
  const alarmed = honestPages(half, HONEST, seed).filter(({ text }) => findIdentifiers(text).length > 0);
  const falseAlarms = alarmed.reduce((sum, { text }) => sum + findIdentifiers(text).length, 0);
  return { found, falseAlarms, honest: HONEST, missed, alarmed };
};

/** The share of NHS numbers found in each usual grouping, with no word beside them that says what they are. */
export const measureGroupings = (half: Half, each: number): { grouping: string; recall: number }[] =>
  Object.keys(NHS_GROUPINGS).map((grouping) => {
    const pages = Array.from({ length: each }, (_, index): Page => {
      const from = draw(700_000 + index, half.stock);
      const passage = `${from.phrase(6)} ${mark(from.nhs(grouping))} ${from.phrase(6)}`;
      const [start, end] = [passage.indexOf('⟦'), passage.indexOf('⟧') - 1];
      return { text: passage.replace(/[⟦⟧]/g, ''), hidden: { kind: 'NHS number', start, end } };
    });
    return { grouping, recall: pages.filter(isFound).length / each };
  });

const share = (found: number, of: number): string => (found / of).toFixed(3);

/** Over all kinds, each kind counting alike however many passages it has. */
export const overall = ({ found }: Result): number =>
  [...found.values()].reduce((sum, count) => sum + count.found / count.of, 0) / found.size;

/** The held-out passages, those written before the rules and those written after. */
const both = Object.fromEntries(kinds.map((kind) => [kind, [...(heldOut.identifying[kind] ?? []), ...(late[kind] ?? [])]]));

/** Prints recall and false alarms of both halves. Returns whether the held-out half keeps the limits. */
export const reportIdentifiers = (): boolean => {
  const results = {
    tuning: measure(tuning, 1),
    heldOut: measure({ ...heldOut, identifying: both }, 500),
  };
  const rows = kinds.map((kind) => {
    const of = (result: Result) => result.found.get(kind) ?? { found: 0, of: 0 };
    const [a, b] = [of(results.tuning), of(results.heldOut)];
    return [kind, share(a.found, a.of), String(a.of), share(b.found, b.of), String(b.of)];
  });
  console.log('Recall of the patient-identifier guard, by kind');
  console.log(table(['kind', 'tuning half', 'pages', 'held-out half', 'pages'], rows));
  const groupings = measureGroupings(heldOut, 1000);
  console.log('\nRecall of NHS numbers that no word names, by how they are written (1,000 each)');
  console.log(
    table(
      ['written', 'recall'],
      groupings.map(({ grouping, recall }) => [grouping, recall.toFixed(3)]),
    ),
  );
  const alarms = (result: Result) => (result.falseAlarms * 200) / result.honest;
  console.log(
    `\nOver all kinds: ${overall(results.tuning).toFixed(3)} tuning, ${overall(results.heldOut).toFixed(3)} held out (at least ${LIMITS.all}).`,
  );
  console.log(
    `False alarms per 200 honest pages: ${alarms(results.tuning).toFixed(2)} tuning, ${alarms(results.heldOut).toFixed(2)} held out (at most ${LIMITS.falseAlarmsPer200}; ${HONEST} pages each).`,
  );
  const { prose, worst, piece } = measureSpeed(honestPages(heldOut, 100, 500).map(({ text }) => text));
  console.log(
    `A megabyte takes ${prose.toFixed(0)} ms as honest pages, and ${worst.toFixed(0)} ms as nothing but ${JSON.stringify(piece)}.`,
  );
  const numbers = results.heldOut.found.get('NHS number') ?? { found: 0, of: 1 };
  return (
    numbers.found / numbers.of >= LIMITS.nhsNumbers &&
    groupings.every(({ recall }) => recall >= LIMITS.nhsNumbers) &&
    overall(results.heldOut) >= LIMITS.all &&
    alarms(results.heldOut) <= LIMITS.falseAlarmsPer200
  );
};
