/** Groups things under the letter that their title begins with. */

export interface Group<T> {
  letter: string;
  members: T[];
}

/** Groups in alphabetical order; what begins with no letter stands under 0–9, named `0-9`. The order inside is kept. */
export const byLetter = <T>(things: readonly T[], title: (thing: T) => string): Group<T>[] => {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const first = title(thing)
      .normalize('NFD')
      .replace(/^[^\p{L}\p{N}]+/u, '')
      .toUpperCase()
      .charAt(0);
    const letter = /[A-Z]/.test(first) ? first : '0-9';
    groups.set(letter, [...(groups.get(letter) ?? []), thing]);
  }
  return [...groups].map(([letter, members]) => ({ letter, members })).toSorted((a, b) => a.letter.localeCompare(b.letter, 'en'));
};
