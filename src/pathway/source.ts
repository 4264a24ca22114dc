/** A source as it is written down here; its id and the day of reading are added for all. */
import type { Source } from '../fields.ts';

export type Written = Pick<Source, 'title' | 'url' | 'publisher' | 'dated' | 'howRead'> & { note?: string };
