/** JSON-LD for search engines and cards, in the terms of https://schema.org. Only what the page itself says. */
import type { Citation } from '../citation.ts';

export type Thing = Record<string, unknown>;
type Absolute = (path: string) => string;

export interface Crumb {
  label: string;
  path: string;
}

export const breadcrumbList = (crumbs: readonly Crumb[], absolute: Absolute): Thing => ({
  '@type': 'BreadcrumbList',
  'itemListElement': crumbs.map(({ label, path }, index) => ({
    '@type': 'ListItem',
    'position': index + 1,
    'name': label,
    'item': absolute(path),
  })),
});

export const organization = (name: string, description: string, absolute: Absolute): Thing => ({
  '@type': 'Organization',
  name,
  description,
  'url': absolute('/'),
});

/** A published paper, or code: what a project can be cited as. */
export const work = (citation: Citation, code?: string): Thing => ({
  '@type': citation.type === 'software' ? 'SoftwareSourceCode' : 'ScholarlyArticle',
  'name': citation.title,
  ...(citation.type === 'software' ? {} : { headline: citation.title.slice(0, 110) }),
  'author': citation.authors.map(({ family, given }) =>
    given ? { '@type': 'Person', 'familyName': family, 'givenName': given } : { '@type': 'Organization', 'name': family },
  ),
  'datePublished': String(citation.year),
  ...(citation.url ? { url: citation.url } : {}),
  ...(citation.doi ? { sameAs: `https://doi.org/${citation.doi}` } : {}),
  ...(citation.type === 'software' && code ? { codeRepository: code } : {}),
});

/** Wraps the things of one page. `<` is escaped, so that no text can end the script element. */
export const toJsonLd = (things: readonly Thing[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c');
