/** Problems of whole files: where they lie, what they are called, how they are stored. */
import type { Help } from './help.ts';

export const fileRules = {
  'file-place': {
    severity: 'error',
    title: 'A file in the wrong place or with the wrong name',
    why: 'An entry is one .mdx file, directly in its folder.',
    mend: 'Move or rename the file. A name is made of lower-case letters, digits and hyphens, and becomes the address of the page.',
    wrong: 'content/guide/Getting Data.md',
    right: 'content/guide/getting-data.mdx',
  },
  'duplicate': {
    severity: 'error',
    title: 'Two pages with one address',
    why: 'Two entries with one address would hide each other.',
    mend: 'Rename one of the two files. Capitals do not make another name, and a series and a session of the meet-ups share one space of names.',
    wrong: 'content/meetups/series/reading-group.mdx\ncontent/meetups/sessions/reading-group.mdx',
    right: 'content/meetups/series/reading-group.mdx\ncontent/meetups/sessions/2026-04-16-reading-group.mdx',
  },
  'encoding': {
    severity: 'error',
    title: 'A file that is not stored as UTF-8 text',
    why: 'Accents, quotes and signs would appear as gibberish, or the file could not be read at all.',
    mend: 'Open the file in an editor, choose "Save with encoding", then UTF-8. A document from a word processor is copied into a new text file instead.',
    wrong: 'A file saved by an old Windows editor as "ANSI" or "Unicode"',
    right: 'The same file saved as UTF-8',
  },
  'garbled': {
    severity: 'error',
    title: 'Garbled characters',
    why: 'They are what is left of a quote, a dash or an accent after the text was read with the wrong encoding, and readers see them as gibberish.',
    mend: 'Type the character again. The message says which one it was, where that can be known.',
    wrong: 'The patientâ€™s notes',
    right: 'The patient’s notes',
  },
  'tidy': {
    severity: 'warning',
    title: 'Untidy line ends',
    why: 'They show as changes in places that nobody changed, and make a review harder.',
    mend: 'Run npm run check -- --fix, which changes nothing else. Nobody has to do it by hand.',
    wrong: 'Spaces at the end of a line, Windows line ends, no line end at the end of the file',
    right: 'None of them',
  },
} as const satisfies Record<string, Help>;
