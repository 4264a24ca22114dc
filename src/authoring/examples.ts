/** The examples of the components as pages of their own, compiled as every page is. */
import type { MDXInstance } from 'astro';
import { sources as sourcesSchema, type Source } from '../fields.ts';
import type { ComponentName } from './components.ts';

const pages = import.meta.glob<MDXInstance<{ sources?: unknown }>>('./examples/*.mdx', { eager: true });

/** The example of a component, to be rendered, and the sources that it cites. */
export const liveExample = (name: ComponentName): { Content: MDXInstance<object>['Content']; sources: Source[] } => {
  const page = pages[`./examples/${name}.mdx`];
  if (!page) throw new Error(`Write src/authoring/examples/${name}.mdx: the example of ${name}, as its description has it.`);
  return { Content: page.Content, sources: sourcesSchema.safeParse(page.frontmatter.sources ?? []).data ?? [] };
};
