import type { APIRoute } from 'astro';
import { citeForms } from '../../../projects/cite.ts';
import { listProjects, type Project } from '../../../projects/questions.ts';

export const getStaticPaths = async () =>
  (await listProjects())
    .filter(({ data }) => data.citation)
    .map((project) => ({ params: { id: project.id }, props: { project } }));

export const GET: APIRoute<{ project: Project }> = ({ props: { project } }) => {
  const { citation } = project.data;
  if (!citation) throw new Error(`The project "${project.id}" has no citation.`);
  return new Response(`${citeForms(citation, project.id).bibtex}\n`, {
    headers: { 'content-type': 'application/x-bibtex; charset=utf-8' },
  });
};
