/** The sources that the pathway rests on, and how far each was read. All were read on one day. */
import type { Source } from '../fields.ts';
import type { Written } from './source.ts';
import { careSources } from './sources-care.ts';
import { dataSources } from './sources-data.ts';
import { studySources } from './sources-study.ts';

/** The day on which the rules were last laid beside their sources. */
export const CHECKED = '2026-11-23';

const written = { ...studySources, ...dataSources, ...careSources };

export type SourceId = keyof typeof written;

/** Every source as the guide's pages have theirs. */
export const pathwaySources: Source[] = Object.entries<Written>(written).map(([id, source]) => ({
  id,
  ...source,
  readOn: CHECKED,
}));

const byId = new Map(pathwaySources.map((source) => [source.id, source]));

/** The sources with these ids, in this order. */
export const sourcesFor = (ids: readonly SourceId[]): Source[] => ids.flatMap((id) => byId.get(id) ?? []);
