/** Every page that comes from content, in one list: the source of the A to Z, the feeds and what is new. */
import { getCollection } from 'astro:content';
import { listSessions } from '../meetups/questions.ts';
import { ANSWERS, parts } from '../pathway/parts.ts';
import { history } from './dates.ts';

export type Kind = 'Project' | 'Guide' | 'Meet-up' | 'Contact' | 'Glossary' | 'Pathway' | 'About';

export interface Listed {
  path: string;
  title: string;
  description: string;
  kind: Kind;
  /** The file it is written in, relative to the root of the repository. */
  file: string;
  /** The day on which it appeared: from git, else what the entry itself says. */
  added?: string;
}

const listed = (
  kind: Kind,
  folder: string,
  path: string,
  id: string,
  title: string,
  description: string,
  said?: string,
): Listed => {
  const file = `content/${folder}/${id}.mdx`;
  const added = history.get(file)?.added ?? said;
  return { path, title, description, kind, file, ...(added ? { added } : {}) };
};

const collect = async (): Promise<Listed[]> => {
  const [projects, guide, series, sessions, contacts, glossary, pages] = await Promise.all([
    getCollection('projects'),
    getCollection('guide'),
    getCollection('series'),
    listSessions(),
    getCollection('contacts'),
    getCollection('glossary'),
    getCollection('pages'),
  ]);
  return [
    ...projects.map(({ id, data }) =>
      listed('Project', 'projects', `/projects/${id}/`, id, data.title, data.summary, data.updated),
    ),
    ...guide.map(({ id, data }) => listed('Guide', 'guide', `/guide/${id}/`, id, data.title, data.description, data.reviewed)),
    ...series.map(({ id, data }) => listed('Meet-up', 'meetups/series', `/meetups/${id}/`, id, data.title, data.summary)),
    ...sessions.map(({ id, data }) =>
      listed('Meet-up', 'meetups/sessions', `/meetups/${id}/`, id, data.title, data.summary, data.date),
    ),
    ...contacts.map(({ id, data }) => listed('Contact', 'contacts', `/contacts/${id}/`, id, data.name, data.role)),
    ...glossary.map(({ id, data }) => {
      const title = data.expansion ? `${data.term}: ${data.expansion}` : data.term;
      return listed('Glossary', 'glossary', `/glossary/#${id}`, id, title, data.definition);
    }),
    ...reckoned,
    ...pages.map(({ id, data }) => listed('About', 'pages', `/${id}/`, id, data.title, data.description)),
  ];
};

/** The pathway and the calculator are made of rules rather than entries, so they are named here. */
const reckoned: readonly Listed[] = [
  {
    path: '/guide/will-it-fit/',
    title: 'Will it fit?',
    description: 'Whether a language model and the notes it reads fit the memory of a T4 or an A100: a form and a table.',
    kind: 'Guide',
    file: 'src/fit/memory.ts',
  },
  {
    path: '/pathway/',
    title: 'What applies to my study?',
    description: 'Questions about a study, and what follows from each answer: what stops it, what comes next, and whom to ask.',
    kind: 'Pathway',
    file: 'src/pathway/words.ts',
  },
  ...parts.map(({ path, title, description }) => ({
    ...{ path, title, description },
    kind: 'Pathway' as const,
    file: 'src/pathway/outcomes.ts',
  })),
  {
    path: ANSWERS,
    title: 'What each answer brings',
    description: 'The pathway’s rules read backwards: for each answer, the rows of the table in whose rules it stands.',
    kind: 'Pathway',
    file: 'src/pathway/rules.ts',
  },
];

let all: Promise<Listed[]> | undefined;

/** Every entry of the site. Read once per build. */
export const catalogue = (): Promise<Listed[]> => (all ??= collect());

/** The newest entries that have a date, newest first; projects and sessions before the rest of the same day. */
export const newest = async (count: number, kinds: readonly Kind[] = ['Project', 'Meet-up', 'Guide']): Promise<Listed[]> => {
  const dated = (await catalogue()).filter((entry) => entry.added && kinds.includes(entry.kind));
  return dated
    .toSorted((a, b) => (b.added ?? '').localeCompare(a.added ?? '') || kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
    .slice(0, count);
};
