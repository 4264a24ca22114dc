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
  // All are begun at once, and drawn beside the pages that are made before them.
  return Object.entries(cards).map(([name, card]) => {
    const image = sharingImage(card, settings.name);
    image.catch(() => undefined);
    return { params: { name }, props: { image } };
  });
};

export const GET: APIRoute<{ image: ReturnType<typeof sharingImage> }> = async ({ props: { image } }) =>
  new Response(await image, { headers: { 'content-type': 'image/png' } });
