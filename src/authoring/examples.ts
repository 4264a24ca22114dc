/** The examples of the components as pages of their own, compiled as every page is. */
import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import { sources as sourcesSchema, type Source } from '../fields.ts';
import type { ComponentName } from './components.ts';
import type { Part } from './parts.ts';
import { textOf } from './text.ts';

const pages = import.meta.glob<string>('./examples/*.mdx', { eager: true, query: '?raw', import: 'default' });

export interface Example {
  /** What a contributor writes, without the front matter. */
  written: string;
  parts: Part[];
  sources: Source[];
}

/** The example of a component: as it is written, to be rendered, and the sources that it cites. */
export const liveExample = async (name: ComponentName): Promise<Example> => {
  const page = pages[`./examples/${name}.mdx`];
  if (!page) throw new Error(`Write src/authoring/examples/${name}.mdx: the example of ${name}.`);
  const { frontmatter, content } = parseFrontmatter(page);
  const sources = sourcesSchema.safeParse(frontmatter.sources ?? []).data ?? [];
  const { parts } = await textOf({ filePath: `src/authoring/examples/${name}.mdx`, body: content, data: { sources } });
  return { written: content.trim(), parts, sources };
};
