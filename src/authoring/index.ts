/** The components that authors may use, as `<Content components={authoring} />` takes them. */
import Callout from './Callout.astro';
import type { AllowedComponent } from './components.ts';
import Source from './Source.astro';

export const authoring = { Callout, Source } satisfies Record<AllowedComponent, unknown>;
