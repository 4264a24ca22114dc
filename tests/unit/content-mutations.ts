/** Random pages: the real content with random changes, and random text. */
import fc from 'fast-check';
import type { Entry } from '../../src/check/read.ts';

export interface Mutation {
  /** The page that it was made from. */
  entry: Entry;
  text: string;
}

/** What means something to YAML, to Markdown or to MDX, and what merely looks odd. */
const SNIPPETS = [
  ...'\n\r\t :-#&*!|>\'"%@`{}[],?~<=\\\uFEFF\0é\u2028\u0085\u00A0_$/().',
  ...['---\n', '\n---\n', '```\n', '````', '~~~\n', ': ', '- ', '&a ', '*a', '<<: ', '!!binary ', '"\\u', '🩺', '\r\n', '  '],
  ...[
    '2026-02-31',
    '2026-04-19 10:00:00',
    '0o17',
    '1_000',
    '0b11',
    '.inf',
    'yes',
    'null',
    '~',
    '1e3',
    '__proto__: 1\n',
    'layout: x\n',
  ],
  ...[
    '<Source id="x" />',
    '<Source',
    '<Callout kind="note">',
    '</Callout>',
    '<b>',
    '</b>',
    '<!-- x -->',
    '<br/>',
    '{x}',
    '{',
    '}',
    '{/* */}',
  ],
  ...[
    'import x from "y"\n',
    'export const x = 1\n',
    '[a](/guide/start-here/)',
    '[a](#x)',
    '![a](./a.png)',
    '![a](%zz.png)',
    '[a]: /x\n',
    '<http://a.b>',
  ],
  ...[
    '# H\n',
    '## H\n',
    '#### H\n',
    '\n===\n',
    '| a | b |\n| - | - |\n',
    '> ',
    '1. ',
    '- [ ] ',
    '[^1]',
    '\n[^1]: x\n',
    '***',
    '__',
    '~~',
    '\\',
    '&amp;',
    '&#x0;',
  ],
  ...[
    'p<0.05',
    '<18 years',
    '\u202E',
    '\u200B',
    ' # x',
    '\n# x\n',
    '? a\n: b\n',
    '%YAML 1.1\n',
    '...\n',
    '$$x$$',
    ':::note\n',
    '\\u0000',
    '“x”',
    'â€™',
  ],
];

const change = fc.record({
  kind: fc.constantFrom('insert', 'insert', 'insert', 'delete', 'double', 'swap', 'dropLine', 'doubleLine', 'swapLines'),
  // Mistakes happen where a value or a line begins, and in the fields, more often than within a word.
  where: fc.constantFrom(/(?<=[:-] )\S/g, /^/gm, /[\s\S]/g, /(?<=\n)\s*/g),
  early: fc.boolean(),
  at: fc.nat(),
  length: fc.integer({ min: 1, max: 40 }),
  text: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...SNIPPETS) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: 'binary' }) },
  ),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const changed = (before: string, { kind, where, early, at, length, text }: Change): string => {
  if (kind.endsWith('ine') || kind === 'swapLines') {
    const lines = before.split('\n');
    const index = at % lines.length;
    const [line = ''] = lines.splice(index, 1);
    if (kind === 'doubleLine') lines.splice(index, 0, line, line);
    if (kind === 'swapLines') lines.splice(index + 1, 0, line);
    return lines.join('\n');
  }
  const part = early ? before.slice(0, 1500) : before;
  const places = [...part.matchAll(where)].map(({ index }) => index);
  const start = places[at % places.length] ?? 0;
  const piece = before.slice(start, start + length);
  const by = { insert: text + piece, delete: '', double: piece + piece }[kind as string] ?? [...piece].toReversed().join('');
  return before.slice(0, start) + by + before.slice(start + length);
};

/** A page of the content with up to three random changes. */
export const mutations = (entries: readonly Entry[]): fc.Arbitrary<Mutation> =>
  fc
    .tuple(fc.constantFrom(...entries), fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([entry, changes]) => ({ entry, text: changes.reduce(changed, entry.text) }));

const random = (entries: readonly Entry[]): fc.Arbitrary<Mutation> =>
  fc
    .tuple(
      fc.constantFrom(...entries),
      fc.boolean(),
      fc.array(
        fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ maxLength: 20 }), fc.constantFrom('title: ', 'word ', '\n', '\n\n')),
        { maxLength: 60 },
      ),
    )
    // A page whose fields are sound, with a random text, or random from its first sign.
    .map(([entry, sound, pieces]) => ({ entry, text: (sound ? entry.text.slice(0, entry.bodyStart) : '') + pieces.join('') }));

/** Pages as people and machines might leave them. */
export const pages = (entries: readonly Entry[]): fc.Arbitrary<Mutation> =>
  fc.oneof({ weight: 4, arbitrary: mutations(entries) }, { weight: 1, arbitrary: random(entries) });
