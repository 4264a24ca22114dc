/** What the ledger says of every page: who answers for it, how far it can be relied on, when it is to be looked at again. */
import { getCollection } from 'astro:content';
import { listContacts } from '../contacts/questions.ts';
import { isUnconfirmed, type Source } from '../fields.ts';
import { CHAPTER, fitSources } from '../fit/chapter.ts';
import { listTerms } from '../glossary/questions.ts';
import { listGuide } from '../guide/questions.ts';
import { listSessions } from '../meetups/questions.ts';
import { CHECKED, pathwaySources } from '../pathway/sources.ts';
import { changedOn } from '../site/dates.ts';
import { dueDay, type Days, type Due } from './due.ts';
import { gatherSources, type LedgerSource, type Sourced } from './sources.ts';

export interface LedgerPage extends Sourced {
  kind: string;
  /** Ids of the contacts who answer for it; empty where nobody does yet. */
  owners: string[];
  status: string;
  days: Days;
  due: Due | undefined;
}

type Fields = Omit<LedgerPage, 'due' | 'sources' | 'days'> & { sources?: readonly Source[]; days?: Days; file: string };

const page = ({ sources = [], days = {}, file, ...fields }: Fields): LedgerPage => {
  const known: Days = { ...days, read: sources.map(({ readOn }) => readOn), changed: changedOn(file) };
  return { ...fields, sources, days: known, due: dueDay(known) };
};

const named = (ids: string | readonly string[]): string[] => (isUnconfirmed(ids) ? [] : [ids].flat());

/** Every page that comes from content, and the pathway. The glossary is one page; its terms are in `termsOf`. */
const ledgerPages = async (): Promise<LedgerPage[]> => {
  const [guide, projects, contacts, series, sessions, terms, pages] = await Promise.all([
    listGuide(),
    getCollection('projects'),
    listContacts(),
    getCollection('series'),
    listSessions(),
    listTerms(),
    getCollection('pages'),
  ]);
  const compute = guide.find(({ id }) => id === CHAPTER);
  return [
    ...guide.map(({ id, data, body }) =>
      page({
        ...{ title: data.title, path: `/guide/${id}/`, kind: 'Guide', file: `content/guide/${id}.mdx`, body },
        ...{ owners: named(data.owner), status: data.status, sources: data.sources },
        days: { reviewBy: data.reviewBy, reviewed: data.reviewed },
      }),
    ),
    page({
      ...{ title: 'Will it fit?', path: '/guide/will-it-fit/', kind: 'Guide', file: 'src/fit/', status: 'draft' },
      ...{ owners: named(compute?.data.owner ?? []), sources: compute ? fitSources(compute.data.sources) : [] },
    }),
    page({
      ...{ title: 'What applies to my study?', path: '/pathway/', kind: 'Pathway', file: 'src/pathway/' },
      ...{ owners: [], status: 'draft', sources: pathwaySources, days: { updated: CHECKED } },
    }),
    ...projects.map(({ id, data, body }) =>
      page({
        ...{ title: data.title, path: `/projects/${id}/`, kind: 'Project', file: `content/projects/${id}.mdx`, body },
        ...{ owners: data.contacts, status: data.stage ?? '', sources: data.sources, days: { updated: data.updated } },
      }),
    ),
    ...series.map(({ id, data }) =>
      page({
        ...{ title: data.title, path: `/meetups/${id}/`, kind: 'Meet-up', file: `content/meetups/series/${id}.mdx` },
        ...{ owners: named(data.hosts), status: '' },
      }),
    ),
    ...sessions.map(({ id, data }) =>
      page({
        ...{ title: data.title, path: `/meetups/${id}/`, kind: 'Meet-up', file: `content/meetups/sessions/${id}.mdx` },
        ...{ owners: [], status: '' },
      }),
    ),
    ...contacts.map(({ id, data, body }) =>
      page({
        ...{ title: data.name, path: `/contacts/${id}/`, kind: 'Contact', file: `content/contacts/${id}.mdx`, body },
        ...{ owners: [id], status: isUnconfirmed(data.consent) ? 'consent to be confirmed' : 'agreed', sources: data.sources },
      }),
    ),
    page({
      ...{ title: 'Glossary', path: '/glossary/', kind: 'Glossary', file: 'content/glossary/' },
      ...{ owners: [], status: '', sources: terms.flatMap(({ data }) => data.sources) },
    }),
    ...pages.map(({ id, data }) =>
      page({
        ...{ title: data.title, path: `/${id}/`, kind: 'About', file: `content/pages/${id}.mdx` },
        ...{ owners: [], status: data.status },
      }),
    ),
  ];
};

/** Everything that rests on sources: pages, and of the glossary each term by itself. */
const sourcedParts = async (pages: readonly LedgerPage[]): Promise<Sourced[]> => [
  ...pages.filter(({ path }) => path !== '/glossary/'),
  ...(await listTerms()).map(({ id, data }) => ({
    title: `Glossary: ${data.term}`,
    path: `/glossary/#${id}`,
    sources: data.sources,
  })),
];

export interface Ledger {
  pages: readonly LedgerPage[];
  /** What rests on sources. */
  parts: readonly Sourced[];
  sources: readonly LedgerSource[];
}

const gather = async (): Promise<Ledger> => {
  const pages = await ledgerPages();
  const parts = await sourcedParts(pages);
  return { pages, parts, sources: gatherSources(parts) };
};

let all: Promise<Ledger> | undefined;

/** The whole ledger, of which several pages show a part. Gathered once per build. */
export const ledger = (): Promise<Ledger> => (all ??= gather());
