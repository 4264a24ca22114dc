/** What the sums of memory.ts say, in words and units. */
import { GB, GIB, KIB, type Fit } from './memory.ts';

const one = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** `16.1 GB`, decimal. */
export const inGB = (bytes: number): string => `${one.format(bytes / GB)} GB`;

/** `16.1 GB (15.0 GiB)`: both, because tools mean either. */
export const inBoth = (bytes: number): string => `${inGB(bytes)} (${one.format(bytes / GIB)} GiB)`;

/** `128 KiB`, for what one token takes. */
export const inKiB = (bytes: number): string => `${whole.format(bytes / KIB)} KiB`;

/** A number of tokens, rounded down to three figures, since the sums are no better than that. */
export const roughly = (tokens: number): string => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, tokens))) - 2);
  return whole.format(Math.floor(tokens / step) * step);
};

/** What a reader is told about a card, in a sentence or two. */
export const verdictWords = ({ weights, cache, budget, mostTokens, verdict }: Fit): string => {
  const need = `It needs ${inBoth(weights + cache)}; ${inBoth(budget)} may be used.`;
  switch (verdict) {
    case 'no bfloat16':
      return 'No: this card cannot compute in bfloat16. Choose float16 or a smaller format.';
    case 'weights too large':
      return `No: the weights alone do not fit. ${need}`;
    case 'cache too large':
      return `No: the weights fit, the cache does not. ${need} There is room for about ${roughly(mostTokens)} tokens in flight.`;
    case 'fits':
      return `Yes. ${need} There is room for about ${roughly(mostTokens)} tokens in flight.`;
  }
};

/** The same for a cell of the table. */
export const roomWords = ({ mostTokens, verdict }: Fit): string =>
  verdict === 'no bfloat16'
    ? 'no bfloat16'
    : verdict === 'weights too large'
      ? 'weights do not fit'
      : `about ${roughly(mostTokens)} tokens`;
