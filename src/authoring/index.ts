/** The components that authors may use, as `<Content components={authoring} />` takes them. */
import Callout from './Callout.astro';
import Checklist from './Checklist.astro';
import CodeBlock from './CodeBlock.astro';
import type { ComponentName } from './components.ts';
import Definition from './Definition.astro';
import Disclosure from './Disclosure.astro';
import Figure from './Figure.astro';
import Quote from './Quote.astro';
import Steps from './Steps.astro';

const components = {
  Callout,
  Checklist,
  Definition,
  Disclosure,
  Figure,
  Quote,
  Steps,
} satisfies Record<Exclude<ComponentName, 'Source'>, unknown>;

/** `CodeBlock` is none that authors write: every block of code becomes one. `Source` is made in source-marks.ts. */
export const authoring = { ...components, CodeBlock };
