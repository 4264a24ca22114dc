/** Whether a model fits a card: the worked examples of the guide, and what must hold for any model. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cacheBytesPerToken,
  cards,
  fitOn,
  formats,
  GB,
  KIB,
  models,
  weightBytes,
  type Format,
  type Load,
} from '../../src/fit/memory.ts';
import { fieldFault, fieldNames, fields, loadOf, type FieldName, type Typed } from '../../src/fit/read.ts';
import { inBoth, inKiB, roomWords, roughly, verdictWords } from '../../src/fit/words.ts';

const [t4, a100] = cards as [(typeof cards)[number], (typeof cards)[number]];
const llama = models['llama-3.1-8b'];
const qwq = models['qwq-32b'];
const load = (changes: Partial<Load> = {}): Load => ({
  shape: llama,
  format: 'float16',
  bytesPerValue: 2,
  tokens: 8192,
  sequences: 1,
  reserve: 0.1,
  ...changes,
});

describe('the worked examples of the chapter', () => {
  test('weights', () => {
    expect(weightBytes(llama, 'float16')).toBe(16_060_000_000);
    expect(weightBytes(qwq, 'bfloat16')).toBe(65 * GB);
    expect(weightBytes(llama, 'int4') / GB).toBeCloseTo(4.5, 1);
    expect(inBoth(weightBytes(llama, 'float16'))).toBe('16.1 GB (15.0 GiB)');
  });

  test('cache of a token', () => {
    expect(cacheBytesPerToken(llama, 2)).toBe(128 * KIB);
    expect(cacheBytesPerToken(qwq, 2)).toBe(262_144);
    expect(inKiB(cacheBytesPerToken(qwq, 2))).toBe('256 KiB');
  });

  test.each([
    [llama, 8192, 1.07],
    [llama, 131_072, 17.2],
    [qwq, 8192, 2.15],
    [qwq, 32_768, 8.6],
  ])('cache of a text', (shape, tokens, gigabytes) => {
    expect(fitOn(a100, load({ shape, tokens })).cache / GB).toBeCloseTo(gigabytes, 1);
  });

  test('room on the cards', () => {
    expect(roomWords(fitOn(a100, load({ shape: qwq, format: 'bfloat16' })))).toBe('about 26,700 tokens');
    expect(roomWords(fitOn(a100, load({ shape: qwq, format: 'int8' })))).toBe('about 150,000 tokens');
    expect(fitOn(t4, load({ format: 'int8' })).mostTokens).toBeGreaterThan(48_000);
    expect(fitOn(t4, load({ format: 'int8' })).mostTokens).toBeLessThan(49_000);
    expect(fitOn(t4, load()).verdict).toBe('weights too large');
  });

  test('a note of 20,000 tokens with an answer of 4,096 fits once and not twice', () => {
    const one = load({ shape: qwq, format: 'bfloat16', tokens: 24_096 });
    expect(fitOn(a100, one).verdict).toBe('fits');
    expect(fitOn(a100, { ...one, sequences: 2 }).verdict).toBe('cache too large');
  });

  test('a T4 is not given bfloat16, however small the model', () => {
    expect(fitOn(t4, load({ shape: { ...llama, parameters: 1 }, format: 'bfloat16' })).verdict).toBe('no bfloat16');
  });
});

const anyLoad: fc.Arbitrary<Load> = fc.record({
  shape: fc.record({
    parameters: fc.integer({ min: 1, max: 400_000 }).map((millions) => millions * 1e6),
    layers: fc.integer({ min: 1, max: 200 }),
    kvHeads: fc.integer({ min: 1, max: 128 }),
    headDimension: fc.integer({ min: 1, max: 512 }),
  }),
  format: fc.constantFrom(...(Object.keys(formats) as Format[])),
  bytesPerValue: fc.constantFrom(1, 2, 4),
  tokens: fc.integer({ min: 1, max: 1_000_000 }),
  sequences: fc.integer({ min: 1, max: 64 }),
  reserve: fc.double({ min: 0, max: 0.9, noNaN: true }),
});
const anyCard = fc.constantFrom(...cards);

describe('for any model and any card', () => {
  test('"fits" means that weights and cache are within what may be used, and nothing else does', () => {
    fc.assert(
      fc.property(anyCard, anyLoad, (card, one) => {
        const { verdict, weights, cache, budget } = fitOn(card, one);
        fc.pre(verdict !== 'no bfloat16');
        expect(verdict === 'fits').toBe(weights + cache <= budget);
      }),
    );
  });

  test('the most tokens that it names fit, and one more does not', () => {
    fc.assert(
      fc.property(anyCard, anyLoad, (card, one) => {
        const { mostTokens, verdict } = fitOn(card, one);
        fc.pre(verdict !== 'no bfloat16' && mostTokens > 0);
        expect(fitOn(card, { ...one, tokens: mostTokens, sequences: 1 }).verdict).toBe('fits');
        expect(fitOn(card, { ...one, tokens: mostTokens + 1, sequences: 1 }).verdict).toBe('cache too large');
      }),
    );
  });

  test('more of anything never makes it fit', () => {
    fc.assert(
      fc.property(
        anyCard,
        anyLoad,
        fc.constantFrom('tokens', 'sequences', 'layers', 'kvHeads', 'parameters'),
        (card, one, what) => {
          fc.pre(fitOn(card, one).verdict !== 'fits');
          const more =
            what === 'tokens' || what === 'sequences'
              ? { ...one, [what]: one[what] * 2 }
              : { ...one, shape: { ...one.shape, [what]: one.shape[what] * 2 } };
          expect(fitOn(card, more).verdict).not.toBe('fits');
        },
      ),
    );
  });

  test('it is said in words that hold no stray value', () => {
    fc.assert(
      fc.property(anyCard, anyLoad, (card, one) => {
        expect(verdictWords(fitOn(card, one))).toMatch(/^(Yes|No)[.:] [^{}]+\.$/);
        expect(verdictWords(fitOn(card, one))).not.toMatch(/NaN|undefined|∞|Infinity/);
      }),
    );
  });
});

test.each([
  [0, '0'],
  [7, '7'],
  [999, '999'],
  [1239, '1,230'],
  [26_702, '26,700'],
  [150_680, '150,000'],
])('%d tokens are said as %s, never more than there are', (tokens, said) => {
  expect(roughly(tokens)).toBe(said);
});

describe('what is typed', () => {
  const usual = Object.fromEntries(fieldNames.map((name) => [name, fields[name].usual])) as Record<FieldName, string>;
  const typed = (changes: Partial<Typed> = {}): Typed => ({ ...usual, format: 'float16', bytesPerValue: '2', ...changes });

  test('the form begins with the first model of the table', () => {
    expect(fieldNames.map((name) => fieldFault(name, usual[name]))).toEqual(fieldNames.map(() => undefined));
    expect(loadOf(typed()).shape).toEqual({
      parameters: llama.parameters,
      layers: llama.layers,
      kvHeads: llama.kvHeads,
      headDimension: llama.headDimension,
    });
    expect(loadOf(typed())).toMatchObject({ tokens: 8192, sequences: 1, reserve: 0.1, bytesPerValue: 2 });
  });

  test.each(['20,000', '20 000', ' 20000 '])('thousands may be written as %s', (tokens) => {
    expect(fieldFault('tokens', tokens)).toBeUndefined();
    expect(loadOf(typed({ tokens })).tokens).toBe(20_000);
  });

  test.each(['', ' ', 'many', '20k', '2e4', '-1', '0', '1,5', '3.5', '0x10', '١٢', '1'.repeat(20), '<b>', '1 2'])(
    '“%s” tokens get a plain message',
    (tokens) => {
      expect(fieldFault('tokens', tokens)).toBe('Write a whole number from 1 to 100,000,000, in figures.');
    },
  );

  test.each(['32500000000', '0', '-8', 'eight'])('“%s” billion parameters get one too', (parameters) => {
    expect(fieldFault('parameters', parameters)).toBe('Write a number from 0.001 to 10,000, in figures.');
  });

  test('whatever is typed is either refused or reckoned with as a number', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fieldNames),
        fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String)),
        (name, text) => {
          if (fieldFault(name, text) !== undefined) return;
          for (const card of cards)
            expect(verdictWords(fitOn(card, loadOf(typed({ [name]: text }))))).not.toMatch(/NaN|Infinity/);
        },
      ),
    );
  });

  test('a format that is none of the list is reckoned as float16', () => {
    expect(loadOf(typed({ format: 'constructor' })).format).toBe('float16');
  });
});
