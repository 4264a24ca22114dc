import type { APIRoute } from 'astro';
import { listProjects } from '../../projects/questions.ts';
import { sharingImage, type Card } from '../../site/sharing-image.ts';
import { settings } from '../../site/this-site.ts';

export const getStaticPaths = async () => {
  const cards: Record<string, Card> = {
    site: { title: settings.headline, above: '' },
    projects: { title: 'Projects', above: 'Who studies what, and where it stands' },
    guide: { title: 'How to run an LLM study at UCLH', above: 'The guide' },
    meetups: { title: 'Meet-ups', above: 'When, where, and whom to ask' },
    people: { title: 'Who to ask', above: 'People and organisations' },
  };
  for (const { id, data } of await listProjects()) {
    cards[`project-${id}`] = {
      title: data.title,
      above: data.kind === 'study' ? 'Project' : 'Resource',
      ...(data.stage ? { stage: data.stage } : {}),
    };
  }
  return Object.entries(cards).map(([name, card]) => ({ params: { name }, props: { card } }));
};

export const GET: APIRoute<{ card: Card }> = async ({ props: { card } }) =>
  new Response(await sharingImage(card, settings.name), { headers: { 'content-type': 'image/png' } });
