/** Whole pages from the passages of one half of the corpus: each with what must be found in it, or with nothing to find. */
import { draw, kinds, type Half, type Kind } from './draw.ts';

export interface Page {
  text: string;
  /** What stands in the page, and where; none for an honest one. */
  hidden?: { kind: Kind; start: number; end: number };
}

const front = (title: string): string =>
  `---\ntitle: "${title}"\nupdated: 2026-11-20\nkeywords: [evaluation, notes, audit]\n---\n\n`;

/** One passage of each template and each seed, between paragraphs of ordinary words. */
export const identifyingPages = ({ stock, identifying }: Pick<Half, 'stock' | 'identifying'>, seeds: readonly number[]): Page[] =>
  kinds.flatMap((kind) =>
    (identifying[kind] ?? []).flatMap((template, index) =>
      seeds.map((seed) => {
        const from = draw(seed * 1000 + index * 20 + kinds.indexOf(kind), stock);
        const passage = template(from);
        const lead = `${front(from.phrase(4))}${from.prose(32)}\n\n`;
        const start = lead.length + passage.indexOf('⟦');
        const end = lead.length + passage.indexOf('⟧') - 1;
        if (end < start) throw new Error(`A passage about a ${kind} marks nothing: ${passage}`);
        return { text: `${lead}${passage.replace(/[⟦⟧]/g, '')}\n\n${from.prose(32)}\n`, hidden: { kind, start, end } };
      }),
    ),
  );

/** `count` pages of eight honest passages each. */
export const honestPages = ({ stock, honest }: Half, count: number, seed: number): Page[] =>
  Array.from({ length: count }, (_, index) => {
    const from = draw(seed * 100_000 + index, stock);
    const passages = Array.from({ length: 8 }, () => from.pick(honest)(from));
    return { text: `${front(from.phrase(4))}${from.prose(48)}\n\n${passages.join('\n\n')}\n` };
  });
