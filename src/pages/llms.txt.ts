/** The site for language models, in the form of https://llmstxt.org: what it is, then a link to the text of every page. */
import type { APIRoute } from 'astro';
import { catalogue, type Kind, type Listed } from '../site/catalogue.ts';
import { fullHref } from '../site/here.ts';
import { copyPath } from '../site/markdown-copies.ts';
import { settings } from '../site/this-site.ts';

const titles: Partial<Record<Kind, string>> = {
  'Project': 'Projects',
  'Guide': 'How to run an LLM study at UCLH',
  'Pathway': 'What applies to a study',
  'Meet-up': 'Meet-ups',
  'Contact': 'People and organisations',
  'About': 'About this site',
};

const line = ({ path, title, description }: Pick<Listed, 'path' | 'title' | 'description'>): string =>
  `- [${title}](${fullHref(copyPath(path))}): ${description}`;

export const GET: APIRoute = async () => {
  const all = await catalogue();
  const sections = Object.entries(titles).map(([kind, title]) => {
    const entries = all.filter((entry) => entry.kind === kind);
    return `## ${title}\n\n${entries.map(line).join('\n')}`;
  });
  const glossary = [
    { path: '/glossary/', title: 'Glossary', description: 'the words used here' },
    { path: '/glossary/sources/', title: 'Sources of the glossary', description: 'what each explanation rests on' },
  ];
  const text = [
    `# ${settings.name}`,
    `> ${settings.description}`,
    'A staff community, not the Trust or UCL; it gives no approval. Pages marked draft have not been checked by their owner.',
    ...sections,
    `## Optional\n\n${glossary.map(line).join('\n')}`,
  ];
  return new Response(`${text.join('\n\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
