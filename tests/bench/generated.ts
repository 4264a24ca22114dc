/**
 * Generated guide pages, each in two forms with the same words: one for this site, one for a bare project. Where this site draws
 * its readers' lines, checklist and sources from the front matter, the bare page has them as plain Markdown.
 */
import { stringify } from 'yaml';
import { howRead } from '../../src/fields.ts';
import { parts } from '../../src/guide/schema.ts';
import { writer, type Writer } from './words.ts';

export interface GeneratedPage {
  id: string;
  /** The MDX file for `content/guide/` of this site. */
  ours: string;
  /** The MDX file for the bare project. */
  bare: string;
}

const SOURCES = 5;

export const idOf = (number: number): string => `generated-${String(number).padStart(5, '0')}`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** About 900 words of Markdown. `mark` writes the mark of a source, `callout` a passage that stands out. */
const bodyOf = (
  { phrase, prose, upTo }: Writer,
  pages: number,
  mark: (source: number) => string,
  callout: (text: string) => string,
): string => {
  let marks = 0;
  const cited = (text: string) => `${text}${mark(marks++ % SOURCES)}`;
  const linked = (text: string) => `${text} See [${phrase(3)}](/guide/${idOf(upTo(pages))}/).`;
  const list = (count: number, words: number, bullet: (index: number) => string, shape: (text: string) => string) =>
    Array.from({ length: count }, (_, index) => `${bullet(index)} **${capital(phrase(2))}.** ${shape(prose(words))}`).join('\n');
  const row = () => `| ${capital(phrase(3))} | ${cited(prose(8))} | ${capital(phrase(6))} |`;
  return [
    cited(prose(64)),
    '## What to do, in order',
    prose(32),
    list(6, 16, (index) => `${index + 1}.`, cited),
    '## What comes from where',
    linked(prose(64)),
    ['| What you want | How it comes | Know this |', '| --- | --- | --- |', row(), row(), row(), row()].join('\n'),
    '## How to set it up',
    linked(cited(prose(80))),
    [
      '```python',
      'from notes import read, split',
      '',
      `seed = ${upTo(1000)}`,
      'records = read("invented-notes.jsonl")',
      'train, test = split(records, by="patient", seed=seed)',
      'for record in test:',
      '    # One line for each answer, so that a run can be repeated.',
      '    answer = model.answer(record["text"], temperature=0)',
      '    print(record["id"], answer)',
      '```',
    ].join('\n'),
    prose(48),
    '### When it does not work',
    cited(prose(80)),
    callout(prose(32)),
    '## What goes wrong',
    list(4, 32, () => '-', linked),
    `Use \`${phrase(1)}\` with *${phrase(2)}*. ${prose(48)}`,
    '## Whom to ask',
    cited(prose(64)),
    prose(48),
  ].join('\n\n');
};

/**
 * Generates page `number` of `pages`, counted from 0.
 *
 * @param contacts the names of existing contacts, who are given the pages in turn.
 */
export const generatePage = (number: number, pages: number, contacts: readonly string[]): GeneratedPage => {
  const contact = contacts[number % contacts.length] ?? 'to be confirmed';
  const { phrase } = writer(-number - 2);
  const title = capital(`${phrase(5)} ${number}`).slice(0, 80);
  const description = `${capital(phrase(14))}.`;
  const readers = {
    clinician: `${capital(phrase(16))}.`,
    dataScientist: `${capital(phrase(16))}.`,
    manager: `${capital(phrase(16))}.`,
  };
  const checklist = Array.from({ length: 6 }, () => `${capital(phrase(14))}.`);
  const sources = Array.from({ length: SOURCES }, (_, index) => ({
    id: `source-${index + 1}`,
    title: capital(phrase(6)),
    url: `https://example.org/${number}/${index + 1}`,
    publisher: capital(phrase(3)),
    dated: `2025-0${index + 1}-11`,
    readOn: '2026-01-15',
    howRead: Object.keys(howRead)[index] ?? 'in full',
  }));
  const front = {
    title,
    short: `Generated page ${number}`,
    description,
    order: 100 + number,
    part: parts[Math.floor((number / pages) * parts.length)],
    readers,
    status: 'draft',
    owner: contact,
    ask: [contact],
    checklist,
    keywords: Array.from({ length: 6 }, () => phrase(2)),
    sources,
  };
  const ours = bodyOf(
    writer(number),
    pages,
    (source) => `<Source id="source-${source + 1}" />`,
    (text) => `<Callout kind="note">\n\n${text}\n\n</Callout>`,
  );
  const bare = bodyOf(
    writer(number),
    pages,
    (source) => ` [${source + 1}](${sources[source]?.url})`,
    (text) => `> ${text}`,
  );
  const rest = [
    '## Checklist',
    checklist.map((item) => `- ${item}`).join('\n'),
    '## Sources',
    sources
      .map((one, index) => `${index + 1}. ${one.publisher}, [${one.title}](${one.url}); dated ${one.dated}, read ${one.readOn}.`)
      .join('\n'),
  ];
  const lines = Object.values(readers).map((line) => `- ${line}`);
  return {
    id: idOf(number),
    ours: `---\n${stringify(front, { lineWidth: 0 })}---\n\n${ours}\n`,
    bare: `---\n${stringify({ title })}---\n\n${[description, lines.join('\n'), bare, ...rest].join('\n\n')}\n`,
  };
};
