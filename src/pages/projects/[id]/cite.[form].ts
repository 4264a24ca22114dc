/** The citation of a project as a file for reference managers: BibTeX and RIS. */
import type { APIRoute } from 'astro';
import { citeForms } from '../../../cite.ts';
import { listProjects } from '../../../projects/questions.ts';
import type { Citation } from '../../../citation.ts';

const forms = {
  bib: { of: 'bibtex', type: 'application/x-bibtex' },
  ris: { of: 'ris', type: 'application/x-research-info-systems' },
} as const;

interface Props {
  citation: Citation;
}

export const getStaticPaths = async () =>
  (await listProjects()).flatMap(({ id, data: { citation } }) =>
    citation ? Object.keys(forms).map((form) => ({ params: { id, form }, props: { citation } })) : [],
  );

export const GET: APIRoute<Props, { id: string; form: keyof typeof forms }> = ({ params: { id, form }, props: { citation } }) => {
  const { of, type } = forms[form];
  return new Response(`${citeForms(citation, id)[of]}\n`, { headers: { 'content-type': `${type}; charset=utf-8` } });
};
