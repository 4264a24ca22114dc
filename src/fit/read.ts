/** Reads what somebody typed into the form, and says plainly what cannot be reckoned with. */
import { formats, type Format, type Load } from './memory.ts';

interface Field {
  label: string;
  hint: string;
  /** What stands in the form at first. */
  usual: string;
  least: number;
  most: number;
  /** Whether parts of one make sense. */
  whole: boolean;
}

/** The fields to type into. The bounds keep out slips, such as parameters typed as a whole number instead of in billions. */
export const fields = {
  parameters: { label: 'Parameters, in billions', hint: 'All of them', usual: '8.03', least: 0.001, most: 10_000, whole: false },
  layers: { label: 'Layers', hint: 'From its configuration', usual: '32', least: 1, most: 1000, whole: true },
  kvHeads: { label: 'Key-value heads', hint: 'From its configuration', usual: '8', least: 1, most: 1024, whole: true },
  headDimension: { label: 'Head dimension', hint: 'From its configuration', usual: '128', least: 1, most: 4096, whole: true },
  tokens: {
    label: 'Tokens of one text',
    hint: 'Note, prompt and answer',
    usual: '8,192',
    least: 1,
    most: 100_000_000,
    whole: true,
  },
  sequences: { label: 'Texts at once', hint: 'The batch size', usual: '1', least: 1, most: 100_000, whole: true },
  reserve: { label: 'Kept free, in per cent', hint: '10 to 20 is usual', usual: '10', least: 0, most: 90, whole: false },
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof fields;
export const fieldNames = Object.keys(fields) as FieldName[];

/** How many bytes a value of the cache takes. */
export const cacheFormats = { 2: '16-bit', 1: '8-bit', 4: '32-bit' } as const;

const number = new Intl.NumberFormat('en-GB');

/** The number in a field; commas and spaces between thousands are read as people write them. NaN for anything else. */
const numberIn = (typed: string): number => {
  const plain = typed.trim();
  return /^(\d+|\d{1,3}([, ]\d{3})+)(\.\d+)?$/.test(plain) ? Number(plain.replace(/[, ]/g, '')) : NaN;
};

/** What is wrong with a field as it was typed, or undefined. */
export const fieldFault = (name: FieldName, typed: string): string | undefined => {
  const { least, most, whole }: Field = fields[name];
  const value = numberIn(typed);
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return undefined;
  return `Write a ${whole ? 'whole ' : ''}number from ${number.format(least)} to ${number.format(most)}, in figures.`;
};

export type Typed = Readonly<Record<FieldName | 'format' | 'bytesPerValue', string>>;

/** The load that was typed. Call it once no field has a fault. */
export const loadOf = (typed: Typed): Load => ({
  shape: {
    parameters: Math.round(numberIn(typed.parameters) * 1e9),
    layers: numberIn(typed.layers),
    kvHeads: numberIn(typed.kvHeads),
    headDimension: numberIn(typed.headDimension),
  },
  format: Object.hasOwn(formats, typed.format) ? (typed.format as Format) : 'float16',
  bytesPerValue: Number(typed.bytesPerValue),
  tokens: numberIn(typed.tokens),
  sequences: numberIn(typed.sequences),
  reserve: numberIn(typed.reserve) / 100,
});
