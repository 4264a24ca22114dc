/** The components that authors may use, as `<Content components={authoring} />` takes them. */
import Callout from './Callout.astro';
import type { ComponentName } from './components.ts';
import Source from './Source.astro';

export const authoring = { Callout, Source } satisfies Record<ComponentName, unknown>;
