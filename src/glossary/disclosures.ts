/** What explains a term where a page first uses it, as it stands in the HTML (src/authoring/terms.ts makes it). */

const BUTTON = /<button type="button" popovertarget=[^>]*>([\s\S]*?)<\/button>/g;
const EXPLANATION = /<span popover[^>]*>[\s\S]*?<\/span>/g;

/** The HTML with plain words in place of buttons, and without what they open: for copies, for paper, and for the search index. */
export const withoutDisclosures = (html: string): string => html.replaceAll(EXPLANATION, '').replaceAll(BUTTON, '$1');
