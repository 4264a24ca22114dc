/** The components that stand in the text of pages, by the name that they have there. */
import Callout from './Callout.astro';
import Checklist from './Checklist.astro';
import CodeBlock from './CodeBlock.astro';
import Definition from './Definition.astro';
import Disclosure from './Disclosure.astro';
import Figure from './Figure.astro';
import type { PlacedName } from './parts.ts';
import Picture from './Picture.astro';
import Quote from './Quote.astro';
import Steps from './Steps.astro';

export const authoring = {
  Callout,
  Checklist,
  CodeBlock,
  Definition,
  Disclosure,
  Figure,
  Picture,
  Quote,
  Steps,
} satisfies Record<Exclude<PlacedName, 'Source'>, unknown>;
