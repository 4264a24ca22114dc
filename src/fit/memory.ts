/**
 * How much memory of a graphics card a language model takes: its weights, and the cache for the tokens in flight. Plain arithmetic in
 * bytes; the sources of the formula and of the figures stand on the page that shows it (src/pages/guide/will-it-fit.astro).
 */

/** A gigabyte, as makers of cards and files count: 1,000,000,000 bytes. */
export const GB = 1e9;
/** A gibibyte, as most tools count, often under the name GB: 1,073,741,824 bytes. */
export const GIB = 2 ** 30;
/** A kibibyte: 1,024 bytes. */
export const KIB = 1024;

/** The formats of weights, with the bytes that one parameter takes. In 4 bits the scales that come with the weights are counted. */
export const formats = {
  float32: { label: 'float32', bytes: 4 },
  bfloat16: { label: 'bfloat16', bytes: 2 },
  float16: { label: 'float16', bytes: 2 },
  int8: { label: '8-bit', bytes: 1 },
  int4: { label: '4-bit', bytes: 0.56 },
} as const;

export type Format = keyof typeof formats;

export interface Shape {
  /** Parameters, all of them: of a mixture of experts every expert counts, not only the active ones. */
  parameters: number;
  layers: number;
  /** Key-value heads, which are fewer than query heads where attention is grouped. */
  kvHeads: number;
  headDimension: number;
}

/** The models whose shape the guide has a source for. */
export const models = {
  'llama-3.1-8b': { label: 'Llama 3.1 8B', parameters: 8.03e9, layers: 32, kvHeads: 8, headDimension: 128 },
  'qwq-32b': { label: 'QwQ-32B', parameters: 32.5e9, layers: 64, kvHeads: 8, headDimension: 128 },
} as const satisfies Record<string, Shape & { label: string }>;

export type ModelName = keyof typeof models;

export interface Card {
  name: string;
  /** Its memory in bytes, read as decimal gigabytes: the smaller reading of the figure on the box. */
  memory: number;
  /** Whether it can compute in bfloat16. */
  bfloat16: boolean;
}

/** The cards that the settings of run-llm-on-uclh-tre name. */
export const cards: readonly Card[] = [
  { name: 'T4, 16 GB', memory: 16 * GB, bfloat16: false },
  { name: 'A100, 80 GB', memory: 80 * GB, bfloat16: true },
];

/** What is left free for everything that is not weights or cache, as a share of the card: between 0.1 and 0.2 is usual. */
export const USUAL_RESERVE = 0.1;

/** Bytes of the weights. */
export const weightBytes = ({ parameters }: Pick<Shape, 'parameters'>, format: Format): number =>
  Math.ceil(parameters * formats[format].bytes);

/** Bytes that the cache takes for one token: a key and a value, in every layer. */
export const cacheBytesPerToken = (
  { layers, kvHeads, headDimension }: Omit<Shape, 'parameters'>,
  bytesPerValue: number,
): number => 2 * layers * kvHeads * headDimension * bytesPerValue;

export interface Load {
  shape: Shape;
  format: Format;
  /** Bytes of one value in the cache: 2 for the usual 16 bits. */
  bytesPerValue: number;
  /** Tokens of one text: the prompt with the note, and the answer. */
  tokens: number;
  /** Texts that the card works on at the same time. */
  sequences: number;
  /** The share of the card that stays free, from 0 to below 1. */
  reserve: number;
}

export interface Fit {
  weights: number;
  cachePerToken: number;
  /** Bytes of the cache for all tokens in flight. */
  cache: number;
  /** Bytes of the card that weights and cache may take. */
  budget: number;
  /** The most tokens in flight that the card has room for; 0 where not even the weights fit. */
  mostTokens: number;
  verdict: 'fits' | 'cache too large' | 'weights too large' | 'no bfloat16';
}

/** How a load sits on a card. */
export const fitOn = (card: Card, { shape, format, bytesPerValue, tokens, sequences, reserve }: Load): Fit => {
  const weights = weightBytes(shape, format);
  const cachePerToken = cacheBytesPerToken(shape, bytesPerValue);
  const cache = cachePerToken * tokens * sequences;
  const budget = Math.floor(card.memory * (1 - reserve));
  const mostTokens = Math.max(0, Math.floor((budget - weights) / cachePerToken));
  const verdict =
    format === 'bfloat16' && !card.bfloat16
      ? 'no bfloat16'
      : mostTokens === 0
        ? 'weights too large'
        : tokens * sequences > mostTokens
          ? 'cache too large'
          : 'fits';
  return { weights, cachePerToken, cache, budget, mostTokens, verdict };
};
