/** How to cite a work, in the three forms that people paste. The formats are made by citation-js. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import type { Citation } from './citation.ts';

export interface CiteForms {
  plain: string;
  bibtex: string;
  ris: string;
}

/** Stands for the authors that we could not read. */
const OTHERS = { literal: 'others' };

/** The citation as CSL-JSON, the exchange form of reference managers: https://docs.citationstyles.org. */
export const toCsl = (citation: Citation, id: string) => ({
  id,
  type: citation.type,
  title: citation.title,
  author: [
    ...citation.authors.map(({ family, given }) => (given ? { family, given } : { literal: family })),
    ...(citation.andOthers ? [OTHERS] : []),
  ],
  issued: { 'date-parts': [[citation.year]] },
  ...(citation.container ? { 'container-title': citation.container } : {}),
  ...(citation.volume ? { volume: citation.volume } : {}),
  ...(citation.pages ? { page: citation.pages } : {}),
  ...(citation.doi ? { DOI: citation.doi } : {}),
  ...(citation.url ? { URL: citation.url } : {}),
});

/** citation-js breaks long values after 70 characters, in the middle of words; reference managers want one line for each. */
const unfold = (ris: string): string => ris.replaceAll(/\r?\n(?![A-Z][A-Z0-9] {2}-)/g, '');

/** The citation as plain text (Harvard), BibTeX and RIS. */
export const citeForms = (citation: Citation, id: string): CiteForms => {
  const cite = new Cite(toCsl(citation, id));
  const plain = cite.format('bibliography', { format: 'text', template: 'harvard1', lang: 'en-GB' }).trim();
  return {
    // The style takes every article without a volume for a preprint; ours say which they are.
    plain: citation.type === 'article-journal' ? plain.replace(/ \[Preprint\](?!.* \[Preprint\])/, '') : plain,
    // BibTeX knows "and others" as two bare words; RIS has no word for it.
    bibtex: cite.format('bibtex').trim().replaceAll('\t', '  ').replace('and {others}', 'and others'),
    ris: unfold(cite.format('ris').trim()).replace(/^AU {2}- others\r?\n/m, ''),
  };
};

/** The files for reference managers, by their ending. */
export const citeFiles = {
  bib: { of: 'bibtex', type: 'application/x-bibtex' },
  ris: { of: 'ris', type: 'application/x-research-info-systems' },
} as const;

export type CiteFile = keyof typeof citeFiles;

/** The citation as a file with that ending, ready to be served. */
export const citeFile = (citation: Citation, id: string, form: CiteFile): Response => {
  const { of, type } = citeFiles[form];
  return new Response(`${citeForms(citation, id)[of]}\n`, { headers: { 'content-type': `${type}; charset=utf-8` } });
};

interface Cited {
  id: string;
  data: { citation?: Citation | undefined };
}

/** The paths of both files for every entry that has a citation. */
export const citePaths = (entries: readonly Cited[]) =>
  entries.flatMap(({ id, data: { citation } }) =>
    citation ? Object.keys(citeFiles).map((form) => ({ params: { id, form }, props: { citation } })) : [],
  );
