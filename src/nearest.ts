/** "Did you mean": the word that was probably meant. */

/** How many letters must be added, dropped, changed or swapped with their neighbour to turn one word into another. */
export const distance = (from: string, to: string): number => {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      here[column] = Math.min(
        (above[column] ?? 0) + 1,
        (here[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, above] = [above, here];
  }
  return above[to.length] ?? 0;
};

/** How many letters may differ: a third of the word, and two at least in words of four letters or more. */
const tolerance = (word: string): number => (word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3)));

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[\s_-]+|\p{M}/gu, '');

/** Whether two phrases share most of their words, in whatever order. */
const shareWords = (a: string, b: string): boolean => {
  const [one, other] = [a, b].map(
    (text) =>
      new Set(
        text
          .toLowerCase()
          .split(/[^\p{L}\p{N}]+/u)
          .filter(Boolean),
      ),
  ) as [Set<string>, Set<string>];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared >= 2 && shared * 3 >= Math.max(one.size, other.size) * 2;
};

/** The choice nearest to a mistyped word, or undefined when none is near. Capitals, spaces, hyphens and accents do not count. */
export const nearest = (word: string, options: Iterable<string>): string | undefined => {
  const wanted = plain(word);
  // Nobody means a name by a whole paragraph, and comparing it would take long.
  if (wanted === '' || wanted.length > 200) return undefined;
  const choices = [...options];
  let best: string | undefined;
  let least = tolerance(wanted) + 1;
  for (const choice of choices) {
    const candidate = plain(choice);
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const steps = distance(wanted, candidate);
    if (steps < least) [best, least] = [choice, steps];
  }
  if (best !== undefined) return best;
  const longer = wanted.length >= 3 ? choices.filter((choice) => plain(choice).startsWith(wanted)) : [];
  return longer.length === 1 ? longer[0] : choices.find((choice) => shareWords(word, choice));
};
