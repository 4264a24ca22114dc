/** The outside sources on two pages, by the first letter of who publishes them. */

export interface Half {
  path: string;
  title: string;
  /** Whether the sources of this publisher stand on it. */
  holds: (publisher: string) => boolean;
}

const inFirst = (publisher: string): boolean => publisher.localeCompare('N', 'en', { sensitivity: 'base' }) < 0;

export const halves: readonly [Half, Half] = [
  { path: '/freshness/sources/', title: 'Outside sources, A to M', holds: inFirst },
  { path: '/freshness/sources/n-to-z/', title: 'Outside sources, N to Z', holds: (publisher) => !inFirst(publisher) },
];
