/** The evidence card: every row is there, and silence is told from an open question. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceRows } from '../../src/projects/evidence.ts';
import type { Evidence } from '../../src/projects/schema.ts';

const LABELS = [
  'Question',
  'Data',
  'Model',
  'Where it ran',
  'How it was judged',
  'Judged by',
  'Result',
  'Known limits',
  'Approval route',
  'Approval reference',
  'You can reuse',
];

const TBC = 'to be confirmed';

/** The rows that say something. */
const stated = (evidence: Evidence): Record<string, string[]> =>
  Object.fromEntries(evidenceRows(evidence).flatMap(({ label, lines }) => (lines ? [[label, lines]] : [])));

test('an empty card has every row, and states none', () => {
  expect(evidenceRows({})).toEqual(LABELS.map((label) => ({ label, lines: undefined })));
});

test('a full card states every row', () => {
  const rows = evidenceRows({
    question: 'Can it?',
    data: [
      { kind: 'public by agreement', source: 'MIMIC-III' },
      { kind: 'UCLH records', source: TBC },
    ],
    approval: { route: 'Service evaluation', reference: '24/LO/0001' },
    models: [{ name: 'GPT-4', version: '1106', licence: 'commercial' }, { name: 'Llama', licence: TBC }, { name: 'Qwen' }],
    ranOn: 'The TRE',
    judged: { how: 'Blinded', by: 'Three doctors' },
    result: 'F1 of 0.9',
    limits: 'One hospital',
    reuse: 'The prompts',
  });
  expect(rows.map(({ label }) => label)).toEqual(LABELS);
  expect(rows.map(({ lines }) => lines)).toEqual([
    ['Can it?'],
    ['Public by agreement. MIMIC-III', 'UCLH records: details to be confirmed'],
    ['GPT-4; version 1106; licence commercial', 'Llama; licence to be confirmed', 'Qwen'],
    ['The TRE'],
    ['Blinded'],
    ['Three doctors'],
    ['F1 of 0.9'],
    ['One hospital'],
    ['Service evaluation'],
    ['24/LO/0001'],
    ['The prompts'],
  ]);
});

describe('silence and open questions', () => {
  test.each<[string, Evidence, Record<string, string[]>]>([
    ['a list without items states nothing', { data: [], models: [] }, {}],
    [
      'half a group states its half',
      { approval: { route: TBC }, judged: { by: 'Doctors' } },
      { 'Approval route': [TBC], 'Judged by': ['Doctors'] },
    ],
    ['an empty group states nothing', { approval: {}, judged: {} }, {}],
    ['an open list says so', { data: TBC, models: TBC }, { Data: [TBC], Model: [TBC] }],
    ['an open answer says so', { result: TBC, reuse: TBC }, { 'Result': [TBC], 'You can reuse': [TBC] }],
  ])('%s', (_, evidence, rows) => {
    expect(stated(evidence)).toEqual(rows);
  });

  test('whatever is known, the rows are these and in this order, and no line is empty', () => {
    const said = fc.option(fc.oneof(fc.constant(TBC), fc.string({ minLength: 1 })), { nil: undefined });
    const record = fc.record({ question: said, ranOn: said, result: said, limits: said, reuse: said }, { requiredKeys: [] });
    const lists = fc.record(
      {
        approval: fc.record({ route: said, reference: said }, { requiredKeys: [] }),
        judged: fc.record({ how: said, by: said }, { requiredKeys: [] }),
        models: fc.oneof(
          fc.constant(TBC),
          fc.array(fc.record({ name: fc.string({ minLength: 1 }), version: said, licence: said }, { requiredKeys: ['name'] })),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(record, lists, (some, others) => {
        const evidence = { ...some, ...others } as Evidence;
        const rows = evidenceRows(evidence);
        expect(rows.map(({ label }) => label)).toEqual(LABELS);
        expect(rows.flatMap(({ lines }) => lines ?? [])).not.toContain('');
        expect(rows.find(({ label }) => label === 'Question')?.lines).toEqual(
          some.question === undefined ? undefined : [some.question],
        );
      }),
    );
  });
});
