/** What the content rests on: statements per source, pages without a source read at first hand, passages without a mark. */
import { sources as sourcesSchema } from '../fields.ts';
import { gatherSources, restsOnSecondHand, type LedgerSource, type Sourced } from '../freshness/sources.ts';
import { readContent } from './read.ts';
import { unsourced } from './unsourced.ts';

export interface Rests {
  /** Every source, the one that most statements rest on first. Its pages are named by their files. */
  sources: LedgerSource[];
  /** Statements that mark a source, in all content. */
  statements: number;
  /** Files of pages that have sources, none of them read at first hand, not even in part. */
  secondHand: string[];
  /** Passages of the guide that state a figure or name a rule, and mark no source. */
  unsourced: { file: string; line: number; words: string }[];
}

/** Reckons it for the content below `root` (an absolute path). */
export const whatContentRestsOn = (root: string): Rests => {
  const { entries } = readContent(root);
  const pages = entries.map(({ file, data, body }): Sourced => {
    const listed = sourcesSchema.safeParse((data as { sources?: unknown } | undefined)?.sources ?? []).data ?? [];
    return { title: file, path: file, sources: listed, body };
  });
  const sources = gatherSources(pages).toSorted((a, b) => b.statements - a.statements);
  return {
    sources,
    statements: sources.reduce((sum, { statements }) => sum + statements, 0),
    secondHand: pages.filter(restsOnSecondHand).map(({ title }) => title),
    unsourced: entries
      .filter(({ room }) => room.citesAll)
      .flatMap(({ file, body, bodyStart, at }) =>
        unsourced(body).map(({ offset, words }) => ({ file, line: at(bodyStart + offset).line, words })),
      ),
  };
};

const clipped = (words: string): string => (words.length > 100 ? `${words.slice(0, 99)}…` : words);

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The same for a terminal. */
export const restsInFull = (rests: Rests): string => {
  const lines = rests.sources.map(({ publisher, title, statements, readings }) => {
    const how = readings.map(
      ({ readOn, howRead, pages }) =>
        `            read ${readOn}, ${howRead}: ${pages.map(({ path, statements: count }) => (count > 0 ? `${path} (${count})` : path)).join(', ')}`,
    );
    return [`${String(statements).padStart(10)}  ${publisher}: ${title}`, ...how].join('\n');
  });
  const listed = (all: readonly string[]) => (all.length > 0 ? all.map((one) => `  ${one}`).join('\n') : '  none');
  return [
    `Statements  Source\n${lines.join('\n')}`,
    `Pages that rest on second-hand sources alone:\n${listed(rests.secondHand)}`,
    `Passages of the guide with a figure or a rule and no mark of a source (a sum or advice of our own, or to be sourced):\n${listed(
      rests.unsourced.map(({ file, line, words }) => `${file}:${line}  ${clipped(words)}`),
    )}`,
    `${counted(rests.statements, 'marked statement', 'marked statements')}, ${counted(rests.sources.length, 'source', 'sources')}, ${counted(rests.secondHand.length, 'page', 'pages')} on second-hand ones alone.`,
  ].join('\n\n');
};
