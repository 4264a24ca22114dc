/** The citation of a project as a file for reference managers: BibTeX and RIS. */
import type { APIRoute } from 'astro';
import type { Citation } from '../../../citation.ts';
import { citeFile, citePaths, type CiteFile } from '../../../cite.ts';
import { listProjects } from '../../../projects/questions.ts';

export const getStaticPaths = async () => citePaths(await listProjects());

export const GET: APIRoute<{ citation: Citation }, { id: string; form: CiteFile }> = ({
  params: { id, form },
  props: { citation },
}) => citeFile(citation, id, form);
