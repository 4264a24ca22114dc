/** The content checker: reads all content once and returns every problem, sorted. It changes nothing. */
import { z } from 'astro/zod';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultKind } from '../authoring/faults.ts';
import type { Refs } from '../fields.ts';
import { DEFAULT_ADDRESS, readAddress } from '../site/address.ts';
import { settingsSchema, SETTINGS_FILE } from '../site/settings.ts';
import { todayInLondon } from '../today.ts';
import { checkDays } from './days.ts';
import { checkFields } from './fields.ts';
import { checkGarbled, mayBeGarbled } from './garbled.ts';
import { checkLinks, type Site } from './links.ts';
import { checkMeetups } from './meetups.ts';
import { checkPictureFiles, shownPictures } from './picture-files.ts';
import { checkPlaces } from './places.ts';
import { inOrder, type Fault, type Problem, type Rule } from './problems.ts';
import { checkProse, type TextFault } from './prose.ts';
import { readContent, readYamlFile, type Content, type Entry } from './read.ts';
import { refsTo } from './references.ts';
import { rooms } from './rooms.ts';
import { mapSite } from './site-map.ts';
import { checkSources } from './sources.ts';
import { readText, type Text } from './text.ts';
import { checkTidy } from './tidy.ts';

export interface Options {
  /** The day that counts as today, as YYYY-MM-DD; by default today in London. */
  today?: string;
  /** The environment that tells the site's address. */
  env?: Readonly<Record<string, string | undefined>>;
}

export interface Result {
  problems: Problem[];
  files: number;
}

/** What the dialect refuses, by the page of the catalogue that explains it. */
const dialectRules: Readonly<Record<FaultKind, Rule>> = {
  import: 'code',
  expression: 'code',
  html: 'html',
  component: 'component',
  attribute: 'component',
  nesting: 'component',
  address: 'unsafe-link',
  picture: 'picture',
  syntax: 'syntax',
};

const hostsOf = (origins: readonly string[]): Set<string> => new Set(origins.map((origin) => new URL(origin).host));

/** Text and front matter may both hold garbled characters; code is shown as it stands and left alone. */
const garbledIn = (entry: Entry, { words }: Text): TextFault[] =>
  mayBeGarbled(entry.text)
    ? [
        ...checkGarbled(entry.text.slice(entry.frontStart, entry.bodyStart), entry.frontStart - entry.bodyStart),
        ...words.flatMap(({ start, end }) => checkGarbled(entry.body.slice(start, end), start)),
      ]
    : [];

const checkText = (entry: Entry, text: Text, site: Site, root: string): Fault[] => {
  const refused = new Set(text.faults.map(({ offset }) => offset));
  const dialect = text.faults.map(({ offset, kind, message, fix }): TextFault => ({
    offset,
    rule: dialectRules[kind],
    message,
    ...(fix === undefined ? {} : { fix }),
  }));
  // What is refused as such need not be right otherwise.
  const links = text.links.filter(({ start }) => !refused.has(start));
  const files = text.files.filter(({ offset }) => !refused.has(offset));
  return [
    ...dialect,
    ...checkProse({ ...text, links }, entry.body),
    ...checkLinks(links, entry.room.path(entry.id), entry.body, site),
    ...checkPictureFiles(files, entry.file, root),
    ...garbledIn(entry, text),
  ].map(({ offset, ...fault }) => ({ ...fault, ...entry.at(entry.bodyStart + offset) }));
};

const checkSettings = (root: string, schema: z.ZodType): Problem[] => {
  const file = SETTINGS_FILE;
  if (!existsSync(join(root, file))) {
    const message = 'The file is missing. It holds the name of the site and whom to ask.';
    return [{ file, line: 1, column: 1, rule: 'file-place', message }];
  }
  const room = { folder: 'content', schema: settingsSchema, path: () => '/', anchors: () => [] };
  const entry = readYamlFile(room, file, readFileSync(join(root, file)));
  return [...entry.faults, ...checkFields(entry, schema), ...checkTidy(entry)].map((fault) => ({ ...fault, file }));
};

/** What the check of one entry needs to know of the rest of the site. */
export interface Prepared {
  /** Every problem of one entry, which need not be one of those that the site was prepared with. */
  check: (entry: Entry) => Problem[];
  textOf: (entry: Entry) => Text;
  refs: Refs;
}

/** Prepares the check of single entries: references, addresses and schemas are made once. */
export const prepareCheck = (
  root: string,
  content: Content,
  { today = todayInLondon(), env = process.env }: Options = {},
): Prepared => {
  const refs = refsTo(content);
  const schemas = new Map<string, z.ZodType>(rooms.map((room) => [room.folder, room.schema(refs)]));
  const texts = new WeakMap<Entry, Text>();
  const textOf = (entry: Entry): Text => {
    const text = texts.get(entry) ?? readText(entry.body);
    texts.set(entry, text);
    return text;
  };
  const address = readAddress({ ...env, DEPLOY: '' });
  const site: Site = {
    map: mapSite(root, content, textOf),
    hosts: hostsOf([address.origin, DEFAULT_ADDRESS.SITE_URL]),
    base: address.base,
  };
  const check = (entry: Entry): Problem[] => {
    const text = textOf(entry);
    const faults = [
      ...entry.faults,
      ...checkFields(entry, schemas.get(entry.room.folder) ?? z.never()),
      ...checkSources(entry, text),
      ...checkText(entry, text, site, root),
      ...checkDays(entry, today),
      ...checkMeetups(entry, today),
      ...checkTidy(entry),
    ];
    // Other pages may still ask for its headings and pictures, but no longer for its words.
    texts.set(entry, { ...text, words: [], links: [], components: [] });
    return faults.map((fault) => ({ ...fault, file: entry.file }));
  };
  return { check, textOf, refs };
};

/** Every problem in the content below `root` (an absolute path). Without an error among them, the site can be built. */
export const checkContent = (root: string, options: Options = {}): Result => {
  const content = readContent(root);
  const { check, textOf, refs } = prepareCheck(root, content, options);
  const problems = content.entries.flatMap(check);
  // A picture that a page shows is in its place beside it.
  const shown = content.strays.length > 0 ? shownPictures(content.entries, textOf) : new Set<string>();
  const strays = content.strays.filter(({ file }) => !shown.has(file));
  return {
    problems: inOrder([...problems, ...checkPlaces({ ...content, strays }), ...checkSettings(root, settingsSchema(refs))]),
    files: content.entries.length + 1,
  };
};
