/** What was typed, kept in this tab alone until it is handed over. A browser that keeps nothing loses it on reload, and nothing else. */
import type { Pair } from './values.ts';

export interface Kept {
  pairs: readonly Pair[];
  /** Why something that looks like an identifier is none, by its key. */
  reasons: Readonly<Record<string, string>>;
}

/** Each form, and each entry that is being changed, keeps its own. */
const keyOf = (kind: string): string => `contribute ${kind} ${new URLSearchParams(location.search).get('entry') ?? ''}`.trim();

const tried = <T>(ask: () => T): T | undefined => {
  try {
    return ask();
  } catch {
    return undefined;
  }
};

export const readKept = (kind: string): Kept | undefined =>
  tried(() => JSON.parse(sessionStorage.getItem(keyOf(kind)) ?? '') as Kept);

export const keep = (kind: string, kept: Kept): void =>
  void tried(() => sessionStorage.setItem(keyOf(kind), JSON.stringify(kept)));

export const forget = (kind: string): void => void tried(() => sessionStorage.removeItem(keyOf(kind)));
