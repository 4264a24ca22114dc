/**
 * What the form makes, committed and built, is found: on its page with the very same words, in its list, in search, in the feeds and
 * calendars, in the sitemap and in the A to Z. One build of a copy of the site answers for all of it.
 */
import ICAL from 'ical.js';
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decode } from 'html-entities';
import { parse, TextNode, type HTMLElement, type Node } from 'node-html-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check.ts';
import { isError } from '../../../src/check/problems.ts';
import { readText } from '../../../src/check/text.ts';
import { kindNames, type KindName } from '../../../src/contribute/kinds.ts';
import { withoutDisclosures } from '../../../src/glossary/disclosures.ts';
import { readPlainFile } from '../../../src/search/plain-file.ts';
import { FirstAnswers } from '../../../src/search/rank.ts';
import type { SmallIndex } from '../../../src/search/small-format.ts';
import { squash } from '../../../src/search/words.ts';
import { serve } from '../../../src/site/server.ts';
import { copySite, plainEnvironment } from '../../copy-of-site.ts';
import { HOSTILE } from './fillings.ts';
import { FIRST_DAY, maker, type Made } from './made.ts';

const SITE = { SITE_URL: 'https://example.org', BASE_PATH: '/', GITHUB_REPOSITORY: 'example/llms' };
const SERIES = 'content/meetups/series/fortnightly-meetup.mdx';

/** How many entries the feed of what is new holds: no more can be asked of it. */
const FEED = 50;

let root: string;
let entries: readonly Made[] = [];
let checked: string[] = [];

const read = (path: string): string => readFileSync(join(root, 'dist', path), 'utf8');

/** Commits the content as it is, on a day. */
const commit = (message: string, day: string): void => {
  const env = { ...plainEnvironment(), GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: root, env });
  git('init', '--quiet');
  git('add', 'content');
  git('commit', '--quiet', '--no-gpg-sign', '--message', message);
};

/** A plain entry of each kind, and one of some kind for each hostile text that the form takes somewhere and the check as well. */
const makeAll = async (): Promise<Made[]> => {
  const make = await maker();
  const kindFor = (index: number): KindName => kindNames[index % kindNames.length] ?? 'term';
  const plain = kindNames.map((kind, number) => make(kind, number));
  const wild = HOSTILE.map((text, index) => make(kindFor(index), kindNames.length + index, text));
  return [...plain, ...wild].filter((made) => made !== undefined);
};

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

beforeAll(async () => {
  root = copySite();
  // An organiser has set the first day, so that sessions have a calendar.
  write(SERIES, readFileSync(join(root, SERIES), 'utf8').replace('firstDate: to be confirmed', `firstDate: ${FIRST_DAY}`));
  commit('Add the content', '2026-11-23');
  const made = await makeAll();
  for (const { path, text } of made) write(path, text);
  // What the form leaves to the check of the pull request, that check refuses, and it is not published.
  const refused = new Set(
    checkContent(root)
      .problems.filter(isError)
      .map(({ file }) => file),
  );
  for (const file of refused) rmSync(join(root, file));
  checked = [...refused];
  entries = made.filter(({ path }) => !refused.has(path));
  commit('Add what the form made', '2026-11-25');
  const { status, stderr } = spawnSync(process.execPath, ['src/site/build.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...plainEnvironment(), ...SITE },
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
}, 180_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

const LISTS: Record<KindName, string> = {
  project: '/projects/',
  session: '/meetups/',
  contact: '/contacts/',
  term: '/glossary/',
  guide: '/guide/',
};

/** The site path of an entry. Terms share a page. */
const pathOf = ({ kind, id }: Made): string => (kind === 'term' ? `/glossary/#${id}` : `${LISTS[kind]}${id}/`);

const fileOf = (path: string): string => `${path.slice(1).replace(/#.*/, '')}index.html`;

const documents = new Map<string, HTMLElement>();

/** A page of the built site, as a browser reads it, without what explains the terms of the glossary. */
const pageAt = (path: string): HTMLElement => {
  const file = fileOf(path);
  const page = documents.get(file) ?? parse(withoutDisclosures(read(file)));
  documents.set(file, page);
  return page;
};

const textOf = (element: HTMLElement | null | undefined): string => (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The texts between the tags, one by one, so that what two of them say together counts for neither. */
const piecesOf = (node: Node): string[] => (node instanceof TextNode ? [plain(node.text)] : node.childNodes.flatMap(piecesOf));

/** The entries of which something is not so, by their file; empty when it is so of all. */
const lacking = (which: readonly Made[], is: (made: Made) => boolean): string[] =>
  which.filter((made) => !is(made)).map(({ path, heading }) => `${path}: ${heading.slice(0, 40)}`);

const pages = () => entries.filter(({ kind }) => kind !== 'term');

test('there are entries of every kind, and of nearly every hostile text', () => {
  expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(kindNames));
  expect(entries.length).toBeGreaterThanOrEqual(50);
  // The form says most of what the check says.
  expect(checked.length).toBeLessThanOrEqual(3);
});

test('each page says what was typed, letter by letter', () => {
  const titleOf = (page: HTMLElement) => page.querySelector('title')?.textContent;
  expect(lacking(pages(), (made) => pageAt(pathOf(made)).querySelector('h1')?.textContent === made.heading)).toEqual([]);
  expect(lacking(pages(), (made) => titleOf(pageAt(pathOf(made)))?.startsWith(`${made.heading} · `) ?? false)).toEqual([]);
  expect(
    lacking(pages(), (made) => {
      const about = pageAt(pathOf(made)).querySelector('meta[name="description"]')?.getAttribute('content');
      return about === (made.kind === 'contact' ? `${made.heading}. ${made.lead}.` : made.lead);
    }),
  ).toEqual([]);
  expect(
    lacking(entries, (made) => {
      const place =
        made.kind === 'term' ? pageAt('/glossary/').querySelector(`#${made.id}`) : pageAt(pathOf(made)).querySelector('main');
      const said = place ? piecesOf(place).join('|') : '';
      return [made.heading, made.lead, ...made.shown].every((text) => said.includes(plain(text)));
    }),
  ).toEqual([]);
});

test('each page shows its text, in which typographic quotes and dashes are the only change', () => {
  const body = ({ text }: Made) => text.split(/^---$/m).slice(2).join('---');
  expect(
    lacking(pages(), (made) => {
      const said = squash(textOf(pageAt(pathOf(made)).querySelector('main')));
      const words = readText(body(made)).words.map(({ value }) => squash(value));
      return said.includes(made.word) && words.every((word) => said.includes(word));
    }),
  ).toEqual([]);
  const tame = entries.filter(({ id, kind }) => /-[0-4]$/.test(id) && kind !== 'term');
  expect(tame).toHaveLength(4);
  for (const made of tame) {
    const prose = pageAt(pathOf(made)).querySelector('.prose');
    expect(textOf(prose?.querySelector('h2'))).toBe('A part & more');
    expect(textOf(prose)).toContain('With p<0.05, {braces}, “quotes” and code {x} <y>.');
    expect(prose?.querySelectorAll('li').map(textOf)).toEqual(['One', 'Two']);
  }
});

test('nothing that was typed runs, and the data for search engines holds it as it is', () => {
  for (const made of entries) {
    const page = pageAt(pathOf(made));
    expect(page.querySelectorAll('[onerror], img[src="x"], a[href^="javascript:"]').map(String), made.path).toEqual([]);
    if (made.kind === 'term') continue;
    const scripts = page.querySelectorAll('script').map((script) => [script.getAttribute('type'), script.textContent] as const);
    expect(scripts.filter(([, code]) => code.startsWith('alert'))).toEqual([]);
    const trail = scripts
      .filter(([type]) => type === 'application/ld+json')
      .map(([, json]) => (JSON.parse(json) as { '@graph': { itemListElement?: { name: string }[] }[] })['@graph'])
      .flatMap((things) => things.flatMap(({ itemListElement = [] }) => itemListElement.at(-1)?.name ?? []));
    expect(trail, made.path).toEqual([made.heading]);
  }
});

test('each is in its list and in the A to Z, under its name', () => {
  const named = (list: string, made: Made) =>
    pageAt(list)
      .querySelectorAll('main a')
      .some((link) => link.getAttribute('href') === pathOf(made) && textOf(link) === plain(made.heading));
  expect(lacking(pages(), (made) => named(LISTS[made.kind], made))).toEqual([]);
  expect(lacking(entries, (made) => named('/a-to-z/', made))).toEqual([]);
});

test('each is the first answer of the small index to its own word, under its name', () => {
  const index = new FirstAnswers();
  for (const file of globSync('search/small*.js', { cwd: join(root, 'dist') }))
    index.add(readPlainFile(read(file)) as SmallIndex);
  expect(
    lacking(entries, (made) => {
      const entry = index.search(made.word).answers[0]?.entry;
      return entry?.path === pathOf(made) && plain(entry.title) === plain(made.heading);
    }),
  ).toEqual([]);
});

test('each is the first page that Pagefind finds for its own word', async () => {
  const { url, server } = await serve(join(root, 'dist'), '/', 4711);
  try {
    interface Found {
      results: { data: () => Promise<{ url: string; meta: { title: string } }> }[];
    }
    const pagefind = (await import(pathToFileURL(join(root, 'dist/pagefind/pagefind.js')).href)) as {
      options: (options: object) => Promise<void>;
      search: (words: string) => Promise<Found>;
      destroy: () => Promise<void>;
    };
    await pagefind.options({ basePath: `${url}pagefind/`, baseUrl: '/' });
    const found = new Map<Made, { url: string; title: string }>();
    for (const made of entries) {
      const [first] = (await pagefind.search(made.word)).results;
      const data = await first?.data();
      found.set(made, { url: data?.url ?? '', title: data?.meta.title ?? '' });
    }
    await pagefind.destroy();
    expect(lacking(entries, (made) => found.get(made)?.url === pathOf(made).replace(/#.*/, ''))).toEqual([]);
    expect(lacking(pages(), (made) => plain(found.get(made)?.title ?? '') === plain(made.heading))).toEqual([]);
  } finally {
    server.close();
  }
});

test('each page is in the feed of what is new and in the sitemap', () => {
  expect(pages().length).toBeLessThanOrEqual(FEED);
  const items = new Map(
    [...read('rss.xml').matchAll(/<item>([\s\S]*?)<\/item>/g)].map(([, item = '']) => {
      const part = (name: string) =>
        decode(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(item)?.[1] ?? '', { level: 'xml' });
      return [part('link'), { title: part('title'), about: part('description') }];
    }),
  );
  const address = (made: Made) => `https://example.org${pathOf(made)}`;
  expect(
    lacking(pages(), (made) => {
      const item = items.get(address(made));
      return item !== undefined && plain(item.title) === plain(made.heading) && plain(item.about) === plain(made.lead);
    }),
  ).toEqual([]);
  const sitemap = read('sitemap-0.xml');
  expect(lacking(pages(), (made) => sitemap.includes(`<loc>${address(made)}</loc>`))).toEqual([]);
});

test('each session has a calendar of its own, and stands in that of its series', () => {
  const sessions = entries.filter(({ kind }) => kind === 'session');
  expect(sessions.length).toBeGreaterThan(5);
  const events = (file: string) =>
    new ICAL.Component(ICAL.parse(read(`meetups/${file}.ics`)) as unknown[])
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event));
  const series = events('fortnightly-meetup').map(({ summary }) => plain(summary));
  expect(
    lacking(sessions, (made) => {
      const [event, ...others] = events(made.id);
      const named = (summary: string) => summary.includes(plain(made.heading));
      return event !== undefined && others.length === 0 && named(plain(event.summary)) && series.some(named);
    }),
  ).toEqual([]);
});
