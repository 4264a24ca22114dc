/** Which entries have a word, and what it is worth there. */
/** How much of a use a mention of a word is that is worth nothing. */
const PASSING = 0.3;

const NONE: ReadonlyMap<number, number> = new Map();

export class Postings {
  /** What a use of a word is worth that counts as a whole one. */
  readonly #most: number;
  readonly #worths = new Map<string, Map<number, number>>();
  readonly #rarities = new Map<string, number>();
  #entries = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Says how many entries there are now. */
  grow(entries: number): void {
    this.#entries = entries;
    this.#rarities.clear();
  }

  /** Notes that an entry has a word, which is worth as much as where it is worth most. */
  post(key: string, entry: number, worth: number): void {
    const worths = this.#worths.get(key) ?? new Map<number, number>();
    worths.set(entry, Math.max(worth, worths.get(entry) ?? 0));
    this.#worths.set(key, worths);
  }

  has(key: string): boolean {
    return this.#worths.has(key);
  }

  /** The entries that have a word, each with what it is worth there. */
  of(key: string): ReadonlyMap<number, number> {
    return this.#worths.get(key) ?? NONE;
  }

  /** How rare a word is, from 0 to 1: one that every entry has says nothing. A mention in passing is less of a use than a title. */
  rarityOf(key: string): number {
    const known = this.#rarities.get(key);
    if (known !== undefined) return known;
    let uses = 0;
    for (const worth of this.of(key).values()) uses += PASSING + (1 - PASSING) * (worth / this.#most);
    const rarity = Math.log(1 + this.#entries / (uses + 1)) / Math.log(1 + this.#entries);
    this.#rarities.set(key, rarity);
    return rarity;
  }
}
