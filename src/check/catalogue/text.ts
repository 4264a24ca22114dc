/** Problems of the text below the fields. */
import type { Help } from './help.ts';

export const textRules = {
  'dialect': {
    severity: 'error',
    title: 'Something that a page may not contain',
    why: 'Pages hold Markdown and the components of this site alone, so that nothing in them can run or load anything from elsewhere.',
    mend: 'Write it as Markdown, or with one of the components that the message names. What is meant to be shown as it stands goes between backticks.',
    wrong: '<div style="color: red">Careful</div>',
    right: '<Callout kind="caution">Careful</Callout>',
  },
  'source': {
    severity: 'error',
    title: 'A source that is not cited, or a mark that leads nowhere',
    why: 'A source marker must lead to a source, and a listed source must be used.',
    mend: 'Write the mark exactly as <Source id="name" />, with the id of a source that the page lists at its top. A page of the guide cites every source that it lists.',
    wrong: 'The form is short.<Source id="handbok" />',
    right: 'The form is short.<Source id="handbook" />',
  },
  'heading': {
    severity: 'error',
    title: 'A heading out of order',
    why: 'People who listen to a page move through it by its headings; a missing level sounds like a missing part.',
    mend: 'The title at the top is the first level, so headings in the text begin with ##. A part of it takes ###. No level is left out, and no heading is empty.',
    wrong: '# Data\n\n#### Where it comes from',
    right: '## Data\n\n### Where it comes from',
  },
  'alt-text': {
    severity: 'error',
    title: 'A picture without words',
    why: 'Who cannot see the picture hears its alternative text instead; a file name tells them nothing.',
    mend: 'Say in one sentence what the picture shows and why it is there. Leave out "image of".',
    wrong: '![IMG_2041.png](flow.png)',
    right: '![Referral letters pass from the GP through triage to the ward](flow.png)',
  },
  'link-text': {
    severity: 'error',
    title: 'A link that does not say where it leads',
    why: 'Many people hear or see the links of a page as a list; "click here" says nothing there.',
    mend: 'Make the words of the link name its target.',
    wrong: 'For the form [click here](/guide/approvals/).',
    right: 'Fill in the [form for approvals](/guide/approvals/).',
  },
  'bare-link': {
    severity: 'warning',
    title: 'A web address shown as text',
    why: 'A long address is read out letter by letter, and breaks the line on a phone.',
    mend: 'Put words in square brackets, then the address in round ones.',
    wrong: 'See https://www.hra.nhs.uk/approvals-amendments/.',
    right: 'See [how the HRA approves studies](https://www.hra.nhs.uk/approvals-amendments/).',
  },
} as const satisfies Record<string, Help>;
