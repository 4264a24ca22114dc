/** The citation of the paper of a session as a file for reference managers: BibTeX and RIS. */
import type { APIRoute } from 'astro';
import type { Citation } from '../../../citation.ts';
import { citeFile, citePaths, type CiteFile } from '../../../cite.ts';
import { listSessions } from '../../../meetups/questions.ts';

export const getStaticPaths = async () => citePaths(await listSessions());

export const GET: APIRoute<{ citation: Citation }, { id: string; form: CiteFile }> = ({
  params: { id, form },
  props: { citation },
}) => citeFile(citation, id, form);
