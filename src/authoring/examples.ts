/** The examples of the components as pages of their own, compiled as every page is. */
import type { MDXInstance } from 'astro';
import { sources as sourcesSchema, type Source } from '../fields.ts';
import type { ComponentName } from './components.ts';

const FRONT = /^---\n[^]*?\n---\n/;

const pages = import.meta.glob<MDXInstance<{ sources?: unknown }>>('./examples/*.mdx', { eager: true });
const files = import.meta.glob<string>('./examples/*.mdx', { eager: true, query: '?raw', import: 'default' });

export interface Example {
  /** What a contributor writes, without the front matter. */
  written: string;
  Content: MDXInstance<object>['Content'];
  sources: Source[];
}

/** The example of a component: as it is written, to be rendered, and the sources that it cites. */
export const liveExample = (name: ComponentName): Example => {
  const file = `./examples/${name}.mdx`;
  const page = pages[file];
  if (!page) throw new Error(`Write src/authoring/examples/${name}.mdx: the example of ${name}.`);
  const written = (files[file] ?? '').replace(FRONT, '').trim();
  return { written, Content: page.Content, sources: sourcesSchema.safeParse(page.frontmatter.sources ?? []).data ?? [] };
};
