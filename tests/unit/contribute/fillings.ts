/** Fillings of the forms, from plain to hostile. */
import fc from 'fast-check';
import type { Field } from '../../../src/contribute/shape.ts';
import { FILE_NAME, TEXT, type Pair } from '../../../src/contribute/values.ts';

/** Texts that break naive writers of YAML and MDX. */
export const HOSTILE = [
  '"quoted" and \'single\'',
  'key: value # remark',
  '# not a heading',
  '---',
  '- item',
  '🩺 stethoscope',
  'ملخصات الخروج من المستشفى',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'import x from "y"',
  'export const x = 1',
  '{process.exit()}',
  '${{ github.token }}',
  '&anchor *alias !tag',
  '%YAML 1.2',
  '? complex',
  '| literal',
  '> folded',
  '[a, b]',
  '{a: b}',
  'yes',
  'null',
  '~',
  '1e3',
  '0x1F',
  '2026-02-31',
  '2026-11-23',
  '2026-11-23 10:00:00',
  '12:30:45',
  '<<',
  'to be confirmed',
  'To Be Confirmed',
  '   leading spaces',
  'trailing spaces   ',
  'tab\tinside',
  'nul\0inside',
  'back\\slash \\n \\u0041',
  'two\nlines',
  'carriage\rreturn',
  'next\u0085line\u2028separator\u2029',
  '\ufeffmark',
  '\u202eoverride',
  'lone \ud800 surrogate',
  'mojibake Ã© here',
  '“curly quotes”',
  '• bullet',
  '-tight',
  '@at `tick`',
  'a'.repeat(20_000),
  'Discharge summaries: a pilot',
  'p<0.05 and <18 years, {text}',
  "it's",
  '{{ mustache }}',
  '<Source id="nothing" />',
  '<Callout kind="note">',
  '![](x.png)',
  '[here](javascript:alert(1))',
  '```',
] as const;

/** Texts that every line takes, and sentences that every longer text takes. */
const lines = fc.constantFrom('Letters: a pilot', 'Fine-tuning and reuse', 'Ward round (draft)', "Nurse's notes", '2026-11-23');
const sentences = fc.constantFrom(
  'A model drafts a summary and a clinician corrects it before anybody uses it.',
  'What it says: "nothing is certain", and that is 100 % true.',
  'Wie man es auch wendet – naïve façades, ملخصات, 要約.',
);

const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.tuple(fc.constantFrom(...HOSTILE), fc.constantFrom(...HOSTILE)).map(([a, b]) => `${a} ${b}`),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
);

const text = (wild: number, tame: fc.Arbitrary<string> = sentences) =>
  fc.oneof({ weight: 20 - wild, arbitrary: tame }, { weight: wild, arbitrary: hostile });

/** A value that the schema of most fields accepts, by the name of the field. */
const fitting = (path: string): fc.Arbitrary<string> | undefined => {
  const name = path.split('.').at(-1) ?? '';
  if (['url', 'paper', 'slides', 'notes', 'code', 'data', 'demo', 'protocol', 'page'].includes(name))
    return fc.constantFrom('https://example.org/a', 'https://example.org/?q=a&b=%20#c', 'https://example.org/a: b');
  if (name === 'id') return fc.constantFrom('one', 'two', 'three');
  if (name === 'email') return fc.constantFrom('name@example.org', 'a.b@ucl.ac.uk');
  if (name === 'dated') return fc.constantFrom('2026', '2026-03', '2026-03-11', 'undated');
  if (name === 'time') return fc.constantFrom('10:00', '09:30');
  if (name === 'doi') return fc.constant('10.1038/s41586-024-07421-0');
  return undefined;
};

const controlPairs = (field: Field, wild: number): fc.Arbitrary<Pair[]> => {
  const { path, as, choices, required } = field;
  const one = text(wild, fitting(path) ?? (as === 'line' ? lines : sentences));
  const least = required && wild === 0 ? 1 : 0;
  const blank = least === 0 ? [''] : [];
  const pair =
    (name: string) =>
    (value: string): Pair[] => [[name, value]];
  switch (as) {
    case 'lines':
      return fc.array(text(wild, lines), { maxLength: 3 }).map((all): Pair[] => [[`${path}:lines`, all.join('\n')]]);
    case 'several':
      return fc
        .subarray(
          choices.map(({ value }) => value),
          { minLength: least, maxLength: 3 },
        )
        .map((chosen): Pair[] => [[`${path}:[]`, ''], ...chosen.map((value): Pair => [`${path}:[]`, value])]);
    case 'choice':
      return fc.constantFrom(...blank, ...choices.map(({ value }) => value)).map(pair(path));
    case 'day':
      return fc.constantFrom(...blank, '2026-11-23', '2026-04-19', '1999-01-01').map(pair(path));
    case 'number':
      return text(wild, fc.integer({ min: 1990, max: 2100 }).map(String)).map(pair(`${path}:number`));
    case 'yes':
      return fc.boolean().map((yes): Pair[] => (yes ? [[`${path}:yes`, 'true']] : []));
    case 'group':
      return fc.tuple(...field.fields.map((inner) => pairsOf(inner, wild))).map((all) => all.flat());
    case 'list':
      return fc
        .array(fc.tuple(...field.fields.map((inner) => pairsOf(inner, wild))), { minLength: least, maxLength: 2 })
        .map((items) =>
          items.flatMap((all, index) =>
            // A removed item leaves a gap in the numbers.
            all.flat().map(([name, value]): Pair => [name.replace('__', String(index * 2)), value]),
          ),
        );
    default:
      return one.map(pair(path));
  }
};

/** What one field of a form may hold; `wild` of 20 values are hostile. */
const pairsOf = (field: Field, wild: number): fc.Arbitrary<Pair[]> =>
  fc.oneof(
    { weight: field.required ? 0 : 6, arbitrary: fc.constant<Pair[]>([]) },
    { weight: field.unconfirmed ? 2 : 0, arbitrary: fc.constant<Pair[]>([[`${field.path}:unconfirmed`, 'true']]) },
    { weight: 10, arbitrary: controlPairs(field, wild) },
  );

const body = (wild: number) => fc.array(text(wild), { maxLength: 5 }).map((all) => all.join('\n\n'));

/** Marks for the sources that a form lists, as a text that rests on them has. */
const marksFor = (pairs: readonly Pair[]): string =>
  pairs
    .filter(([name, value]) => /^sources\.\d+\.id$/.test(name) && /^[a-z]+$/.test(value))
    .map(([, id]) => `\n\nThis rests on it.<Source id="${id}" />`)
    .join('');

/** A whole form: a third of them tame, a third with something hostile, a third full of it. */
export const fillings = (fields: readonly Field[]): fc.Arbitrary<Pair[]> =>
  fc.constantFrom(0, 1, 8).chain((wild) =>
    fc
      .tuple(
        fc.oneof(fc.constant(''), fc.constant('a-new-entry'), wild > 0 ? hostile : fc.constant('')),
        body(wild),
        fc.boolean(),
        ...fields.map((field) => pairsOf(field, wild)),
      )
      .map(([name, written, cites, ...all]): Pair[] => {
        const pairs = all.flat();
        return [[FILE_NAME, name], [TEXT, `${written}${cites ? marksFor(pairs) : ''}`], ...pairs];
      }),
  );
