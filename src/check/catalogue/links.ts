/** Problems of where links lead. */
import type { Help } from './help.ts';

export const linkRules = {
  'dead-link': {
    severity: 'error',
    title: 'A link to a page that does not exist',
    why: 'Readers would find "There is no page here".',
    mend: 'Correct the address; the message names the nearest one that exists. A page of this site is written from its first slash on, as /guide/approvals/.',
    wrong: '[Approvals](/guide/aprovals/)',
    right: '[Approvals](/guide/approvals/)',
  },
  'dead-anchor': {
    severity: 'error',
    title: 'A link to a heading that does not exist',
    why: 'Readers would land at the top of the page and look for the place themselves.',
    mend: 'After the #, write the heading in lower case with hyphens for spaces and without punctuation. The message names the nearest one.',
    wrong: '[The checklist](/guide/approvals/#cheklist)',
    right: '[The checklist](/guide/approvals/#checklist)',
  },
  'link-form': {
    severity: 'error',
    title: 'A link written in a form that works only sometimes',
    why: 'The site also runs at other addresses and below other paths, where such a link would lead nowhere.',
    mend: 'Write a page of this site from its first slash to its last: /guide/approvals/. Leave out the host, the name of the repository, and the ending .mdx.',
    wrong: '[Approvals](approvals.mdx) and [the guide](http://localhost:4321/guide)',
    right: '[Approvals](/guide/approvals/) and [the guide](/guide/)',
  },
  'unsafe-link': {
    severity: 'error',
    title: 'A link that could do more than lead somewhere',
    why: 'Such an address can run code on a reader’s computer, or hides where it leads.',
    mend: 'Links start with https://, mailto:, tel:, a slash or a #.',
    wrong: '[Results](javascript:show())',
    right: '[Results](/projects/discharge-summaries/)',
  },
  'picture': {
    severity: 'error',
    title: 'A picture that is not there, or not ours to show',
    why: 'The build stops at a picture that it cannot find, and a picture from elsewhere tells others who reads this page.',
    mend: 'Put the picture into the folder of the page and write ./name.png. Check the name, its capitals and its ending.',
    wrong: '![How referrals flow](https://example.org/flow.png)',
    right: '![How referrals flow](./flow.png)',
  },
} as const satisfies Record<string, Help>;
