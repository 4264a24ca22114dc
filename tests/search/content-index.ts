/** The small index of the real content without building the site: each entry as a page of the plainest HTML, read as the build reads. */
import { globSync, readFileSync } from 'node:fs';
import { encode } from 'html-entities';
import { load } from 'js-yaml';
import { formPath, kindNames, kindOf } from '../../src/contribute/kinds.ts';
import { outcomes } from '../../src/pathway/outcomes.ts';
import { parts } from '../../src/pathway/parts.ts';
import { FirstAnswers } from '../../src/search/rank.ts';
import { readPage, type ReadPage } from '../../src/search/read-page.ts';
import { readTerms } from '../../src/search/read-terms.ts';
import { makeSmallIndex } from '../../src/search/small-index.ts';

const KINDS: Readonly<Record<string, string>> = {
  'projects': 'Project',
  'guide': 'Guide',
  'meetups/series': 'Meet-up',
  'contacts': 'Contact',
  'pages': 'About',
};

/** Pages that are drawn from others, as they introduce themselves. */
const LISTS: readonly (readonly [path: string, kind: string, title: string, text: string, keywords?: string])[] = [
  ['/projects/', 'Project', 'Projects', 'Research with large language models at UCLH, each with its evidence.'],
  ['/guide/', 'Guide', 'How to run an LLM study at UCLH', 'From a first idea to a result in use, page by page.'],
  [
    '/guide/will-it-fit/',
    'Guide',
    'Will it fit?',
    'Whether a model fits the memory of a card.',
    'GPU, VRAM, T4, A100, calculator',
  ],
  ['/meetups/', 'Meet-up', 'Meet-ups', 'When and where the community meets.'],
  ['/contacts/', 'Contact', 'Who to ask', 'The people of the community and the organisations that it works with.'],
  ['/glossary/', 'Glossary', 'Glossary', 'The words of the hospital, of data governance and of language models.'],
  [
    '/pathway/',
    'Pathway',
    'What applies to my study?',
    'What follows from each answer, and whom to ask.',
    'ethics, approvals, device',
  ],
  ['/pathway/answers/', 'Pathway', 'What each answer brings', 'The rules of the pathway read backwards.'],
  ...kindNames.map((kind) => [formPath(kind), 'About', kindOf(kind).heading, kindOf(kind).about] as const),
  [formPath('correction'), 'About', 'Correct a page', 'For something that is wrong, out of date or hard to follow.'],
  ['/a-to-z/', 'About', 'A to Z', 'Everything on this site in alphabetical order.'],
  ['/freshness/', 'About', 'Freshness', 'Every page with its owner, its status and its next review.'],
  ['/freshness/sources/', 'About', 'Outside sources, A to M', 'Who publishes each, when and how it was read.'],
  ['/freshness/sources/n-to-z/', 'About', 'Outside sources, N to Z', 'Who publishes each, when and how it was read.'],
  ['/glossary/sources/', 'About', 'Sources of the glossary', 'What each explanation rests on.'],
  ['/to-be-confirmed/', 'About', 'To be confirmed', 'Every open question of this site in one place.'],
  ['/projects/stage/proof-of-concept/', 'Project', 'Projects: proof of concept', 'The projects at this stage.'],
  ['/projects/stage/retrospective-study/', 'Project', 'Projects: retrospective study', 'The projects at this stage.'],
  ['/projects/data/uclh-records/', 'Project', 'Projects: UCLH records', 'The projects with these data.'],
  ['/projects/data/synthetic/', 'Project', 'Projects: synthetic', 'The projects with these data.'],
  ['/projects/data/public-by-agreement/', 'Project', 'Projects: public by agreement', 'The projects with these data.'],
  ['/projects/data/none/', 'Project', 'Projects without data', 'The projects without data.'],
  ['/projects/theme/infrastructure/', 'Project', 'Projects: infrastructure', 'The projects with this theme.'],
  ['/contribute/meetups/', 'About', 'Keep meet-up dates right', 'Confirm, cancel or move a meeting.'],
  ['/contribute/components/', 'About', 'Components for pages', 'What a page may hold besides Markdown.'],
  ['/contribute/fields/', 'About', 'Fields', 'Each field of a page: what it is for.'],
  ['/contribute/problems/', 'About', 'What the check says', 'Every kind of problem that the check of a page can find.'],
  ['/contribute/patient-data/', 'About', 'The check for patient data', 'What is looked for before a page is public.'],
];

/** A page as the build makes it, as far as search reads it. */
export const pageHtml = (kind: string, title: string, about: string, body: string, keywords: readonly string[] = []): string =>
  `<html><head><meta name="description" content="${encode(about)}"></head><body><main data-pagefind-body data-pagefind-filter="kind:${kind}">` +
  `<h1 data-pagefind-meta="keywords:${encode(keywords.join(', '))}">${encode(title)}</h1>${body}</main></body></html>`;

const bodyOf = (markdown: string): string =>
  encode(markdown).replaceAll(
    /^##+ (.*)$/gm,
    (_, text: string) => `<h2 id="${text.toLowerCase().replaceAll(/\W+/g, '-')}">${text}</h2>`,
  );

interface Front {
  title?: string;
  name?: string;
  description?: string;
  summary?: string;
  role?: string;
  keywords?: string[];
  askAbout?: string[];
}

const pagesOf = (folder: string, kind: string): (ReadPage | undefined)[] =>
  globSync(`content/${folder}/*.mdx`).map((file) => {
    const [, front = '', body = ''] = /^---\r?\n([\s\S]*?)\r?\n---([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? [];
    const data = load(front) as Front;
    const id = file.replace(/^.*[\\/]|\.mdx$/g, '');
    const path = kind === 'About' ? `/${id}/` : `/${folder.replace(/\/.*/, '')}/${id}/`;
    const about = data.description ?? data.summary ?? data.role ?? '';
    const text = `${bodyOf(body)} ${(data.askAbout ?? []).join(' · ')}`;
    return readPage(path, pageHtml(kind, data.title ?? data.name ?? '', about, text, data.keywords));
  });

/** The two parts of the pathway's table, with the titles of their rows. */
const tables = (): (ReadPage | undefined)[] =>
  parts.map(({ path, title, description, keywords, phases }) => {
    const rows = Object.entries(outcomes).filter(([, { phase }]) => phases.includes(phase));
    const body = rows.map(([id, row]) => `<article id="${id}"><h3>${encode(row.title)}</h3></article>`).join('');
    return readPage(path, pageHtml('Pathway', title, description, body, keywords.split(', ')));
  });

/** The pages and terms of the real content. */
export const contentPages = (): ReadPage[] =>
  [
    ...Object.entries(KINDS).flatMap(([folder, kind]) => pagesOf(folder, kind)),
    ...tables(),
    ...LISTS.map(([path, kind, title, text, keywords]) => readPage(path, pageHtml(kind, title, text, '', keywords?.split(', ')))),
  ].filter((page) => page !== undefined);

/** What answers from the index of the real content. */
export const contentAnswers = (): FirstAnswers => {
  const answers = new FirstAnswers();
  for (const file of makeSmallIndex(contentPages(), readTerms('.')).small) answers.add(file);
  return answers;
};
