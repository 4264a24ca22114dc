/** The chapter that the calculator belongs to, and what its sums rest on. */

/** The id of the chapter in `content/guide/`. */
export const CHAPTER = 'compute-and-models';

/** The ids of the sources in the chapter's own list, in the order in which the calculator's page cites them. */
export const CITED = ['kv-cache', 'llama-geometry', 'qwq-geometry', 'vllm-t4', 'run-llm-on-uclh-tre'];

/**
 * The sources of the calculator, from those of its chapter.
 *
 * @throws when the chapter no longer lists one of them.
 */
export const fitSources = <T extends { id: string }>(sources: readonly T[]): T[] =>
  CITED.map((id) => {
    const source = sources.find((one) => one.id === id);
    if (!source)
      throw new Error(`The calculator rests on the source "${id}", which content/guide/${CHAPTER}.mdx no longer lists.`);
    return source;
  });
