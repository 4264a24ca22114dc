/** The skeleton of a study plan, as Markdown: the result as a list to tick, with the headings that a plan needs. */
import { asked } from './decide.ts';
import type { Page } from './page.ts';
import type { Answers } from './vocabulary.ts';

interface PlanRow {
  title: string;
  because: string;
  article: HTMLElement;
}

export interface Plan {
  answers: Answers;
  page: Page;
  stops: readonly PlanRow[];
  next: readonly PlanRow[];
  may: readonly PlanRow[];
  no: readonly PlanRow[];
  guidelines: readonly { title: string; article: HTMLElement }[];
}

/** Text and links of an element; the characters that Markdown would read are kept as text. */
const inline = (node: Node): string => {
  if (node.nodeType === Node.TEXT_NODE)
    return (node.textContent ?? '').replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>]/g, '\\$&');
  const inner = [...node.childNodes].map(inline).join('');
  return node.nodeName === 'A'
    ? `[${inner}](${new URL((node as Element).getAttribute('href') ?? '', document.baseURI).href})`
    : inner;
};

const facts = (article: HTMLElement): string[] =>
  [...article.querySelectorAll('dl:not(.rules) > div')].map((div) => {
    const name = div.querySelector('dt')?.textContent?.trim() ?? '';
    const dd = div.querySelector('dd');
    const sources = dd ? [...dd.querySelectorAll('.source')] : [];
    const said = sources.length > 0 ? sources.map((one) => inline(one).trim()).join(' / ') : dd ? inline(dd).trim() : '';
    return `  - ${name}: ${said}`;
  });

const item = ({ title, because, article }: PlanRow): string => {
  const texts = [...article.querySelectorAll('.stop, .text')].map((one) => `  ${inline(one).trim()}`);
  return [`- [ ] **${title}**`, ...texts, ...(because ? [`  - Because: ${because}`] : []), ...facts(article)].join('\n');
};

const list = (lines: readonly string[], none: string): string => (lines.length > 0 ? lines.join('\n') : none);

/** What only the study's own people can write, with what to write there. */
const BLANKS: readonly (readonly [string, string])[] = [
  ['Question and baseline', 'What should be better, for whom, than what is done today?'],
  ['Design', 'One paragraph, without calling it research, evaluation or audit.'],
  ['Data and data flow', 'Who touches identifiable records, on which system, under whose employment?'],
  ['Model', 'Name, version, licence, where it runs, what may change during the study.'],
  ['How it is judged', 'By whom, against what, with which measures; what would count as harm.'],
  ['Public involvement', 'Who was asked, when, and what changed.'],
];

/** The plan as Markdown. */
export const writePlan = ({ answers, page, stops, next, may, no, guidelines }: Plan): string =>
  [
    '# Study plan (skeleton)',
    `Made on ${new Date().toLocaleDateString('en-GB', { dateStyle: 'long' })} from ${location.href}`,
    '**This gives no approval.** It points to those who decide, and is no legal advice. Save the result of the HRA’s tools beside it.',
    '## What stops the work',
    list(stops.map(item), 'No answer stops the work by itself. Those named below still can.'),
    '## What to do next, in order',
    list(next.map(item), 'Nothing.'),
    ...BLANKS.flatMap(([title, hint]) => [`## ${title}`, `_${hint}_`]),
    '## How to report it',
    list(
      guidelines.map(({ title, article }) => [`- ${title}`, ...facts(article)].join('\n')),
      'No guideline fits these answers.',
    ),
    '## What may apply: ask before ruling it out',
    list(may.map(item), 'Nothing.'),
    '## Not triggered by these answers: no clearance, and it changes with them',
    list(
      no.map(
        ({ title, because, article }) =>
          `- ${title} (by ${because})${article.dataset.whenNo ? `. ${article.dataset.whenNo}` : ''}`,
      ),
      'Nothing.',
    ),
    '## Answers',
    asked(answers)
      .map((id) => `- ${page.short(id)}: ${page.labels(id, answers)}`)
      .join('\n'),
  ].join('\n\n') + '\n';
