/** The checks that run over the whole site, apart from the pages they run on, so that each can also be shown a fault. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { HtmlValidate } from 'html-validate/node';
import { check } from 'linkinator';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules whose answer depends on colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * No page has frames, so axe needs no second tab to gather what it finds in them; and it is not asked to describe the elements that it
 * finds sound. Either would double its time.
 */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

const found = async (builder: AxeBuilder): Promise<string[]> =>
  (await builder.analyze()).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );

/** What axe finds on the page as it is now, a line for each element. */
export const violations = (page: Page): Promise<string[]> => found(axe(page).withTags(WCAG));

/** The same of colours alone, for a page that has been looked at in other colours. */
export const faintColours = (page: Page): Promise<string[]> => found(axe(page).withRules(COLOURS));

/** Follows every link and anchor of the site at this address; links to other hosts are not followed. */
export const followLinks = async (siteUrl: string): Promise<{ broken: string[]; sound: number }> => {
  const { origin } = new URL(siteUrl);
  const { links } = await check({
    path: siteUrl,
    recurse: true,
    checkFragments: true,
    concurrency: 20,
    linksToSkip: (link) => Promise.resolve(!link.startsWith(origin)),
  });
  return {
    broken: links.filter(({ state }) => state === 'BROKEN').map(({ url, parent }) => `${parent ?? ''} → ${url}`),
    sound: links.filter(({ state }) => state === 'OK').length,
  };
};

export const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The build writes HTML for machines: no newlines, `<br>` and doctype as the standard gives them.
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    'void-style': 'off',
    // The address is part of a page's own words (an e-mail address, a reference); it need not be kept together.
    'tel-non-breaking': 'off',
    // Everything comes from the site itself, so a hash of a script would guard nothing that the address does not.
    'require-sri': ['error', { target: 'crossorigin' }],
    // The name of the site stands behind the title of each page.
    'long-title': 'off',
  },
});
