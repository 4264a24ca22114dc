/**
 * Turns `<Source id="x" />` into a numbered note while the page is compiled: the number, the words and the address come from the
 * page's own list of sources, so that no page has to pass them along while it is rendered.
 */
import { defineMdastPlugin } from 'satteri';
import { datedInWords, longDay } from '../days.ts';
import { howRead, sources as sourcesSchema, type HowRead, type Source } from '../fields.ts';

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A source as a reader sees it: who, what, how old, and how far to trust our reading. */
export const describeSource = (
  source: Source,
): { publisher: string; title: string; url: string; when: string; caution: string } => ({
  publisher: source.publisher,
  title: source.title,
  url: source.url,
  when: `${source.dated === 'undated' ? 'undated' : `dated ${datedInWords(source.dated)}`}, read ${longDay(source.readOn)}`,
  caution: source.howRead === 'in full' ? '' : capital(howRead[source.howRead as HowRead]),
});

/** The sources in the order in which the text first cites them, each with its number; uncited ones follow. */
export const numberSources = (cited: readonly string[], sources: readonly Source[]): { number: number; source: Source }[] => {
  const place = ({ id }: Source) => (cited.includes(id) ? cited.indexOf(id) : cited.length);
  return sources.toSorted((a, b) => place(a) - place(b)).map((source, index) => ({ number: index + 1, source }));
};

/**
 * The plug-in. It runs after the dialect check, which refuses every attribute but `id` from an author.
 *
 * @param sources the `sources` of the front matter.
 * @param seen takes the ids of those that the text cites, in order.
 */
export const sourceNotes = (sources: unknown, seen: string[]) => {
  let listed: Source[] | undefined;
  const visit = (
    node: Readonly<{ type: string; name: string | null; attributes: readonly { name?: string; value?: unknown }[] }>,
    context: { replaceNode: (node: never, by: never) => void },
  ): void => {
    if (node.name !== 'Source') return;
    listed ??= sourcesSchema.safeParse(sources).data ?? [];
    const id = String(node.attributes.find(({ name }) => name === 'id')?.value);
    const source = listed.find((one) => one.id === id);
    if (!source) return;
    const first = !seen.includes(id);
    if (first) seen.push(id);
    const attributes = {
      id,
      number: String(seen.indexOf(id) + 1),
      ...(first ? { first: 'true', ...describeSource(source) } : {}),
    };
    context.replaceNode(
      node as never,
      {
        type: node.type,
        name: 'Source',
        attributes: Object.entries(attributes).map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value })),
        children: [],
      } as never,
    );
  };
  return defineMdastPlugin({ name: 'source-notes', mdxJsxTextElement: visit as never, mdxJsxFlowElement: visit as never });
};
