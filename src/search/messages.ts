/** What the dialog says beside the results. */
import { nearest } from '../nearest.ts';
import type { FirstAnswers } from './rank.ts';
import { element } from '../components/element.ts';
import { otherNames } from './small-format.ts';
import type { Correction } from './understand.ts';

export interface Site {
  /** The base path, with a slash at both ends. */
  base: string;
  /** `owner/name` on GitHub. */
  repository: string;
}

const page = ({ base }: Site, path: string, label: string) => element('a', { href: `${base}${path}`, textContent: label });

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** The number of results, as it is announced. */
export const countOf = (answers: number, passages: number): string =>
  `${many(answers, 'result')}${passages > 0 ? `, ${many(passages, 'page')} in the text` : ''}.`;

export const aToZ = (site: Site, before: string): (Node | string)[] => [
  `${before} The `,
  page(site, 'a-to-z/', 'A to Z'),
  ' lists everything on this site.',
];

export const IDENTIFIER_WARNING =
  'This looks like a number that could identify a patient, so nothing was searched. Please take it out: no patient data belongs here.';

const command = (name: string, value: string, label: string): HTMLButtonElement => {
  const button = element('button', { type: 'button', textContent: label });
  button.dataset[name] = value;
  return button;
};

/** What was corrected, and how to undo it. */
export const correctionLine = (corrections: readonly Correction[], asTyped: boolean): HTMLElement | undefined => {
  if (asTyped) return element('p', {}, 'Searched exactly as typed. ', command('typed', '', 'Correct the spelling'));
  if (corrections.length === 0) return undefined;
  const typed = corrections.map((one) => `“${one.typed}”`).join(' and ');
  const words = corrections.map(({ meant }) => element('strong', { textContent: meant }));
  const meant = words.flatMap((word, index) => (index > 0 ? [' and ', word] : [word]));
  return element(
    'p',
    {},
    'Did you mean ',
    ...meant,
    '? Its results are shown. ',
    command('typed', '1', `Search for ${typed} instead`),
  );
};

/** A name on this site that is near to the words, where there is one. */
const nearName = (words: string, first: FirstAnswers): string | undefined =>
  nearest(
    words,
    first.entries.flatMap((entry) => [entry.title, ...otherNames(entry)]),
  );

/** Nothing was found: the nearest name, the list of everything, whom to ask, and a way to say what is missing. */
export const nothingFound = (words: string, first: FirstAnswers, site: Site): HTMLElement => {
  const shown = words.slice(0, 100);
  const near = nearName(words, first);
  const issue = new URL(`https://github.com/${site.repository}/issues/new`);
  issue.searchParams.set('title', `Search finds nothing for: ${shown}`);
  return element(
    'ul',
    {},
    ...(near ? [element('li', {}, 'The nearest name here is ', command('words', near, near), '.')] : []),
    element('li', {}, 'The ', page(site, 'a-to-z/', 'A to Z'), ' lists everything on this site.'),
    element('li', {}, page(site, 'contacts/', 'People and organisations'), ' says whom to ask.'),
    element(
      'li',
      {},
      element('a', { href: issue.href, referrerPolicy: 'no-referrer', textContent: 'Say on GitHub what is missing' }),
      ': the words are filled in, public, and sent only if you send them.',
    ),
  );
};
