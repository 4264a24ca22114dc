/** Problems of files as files: what may lie in the repository, and what pictures and drawings carry with them. */
import type { Help } from './help.ts';

export const repositoryRules = {
  'file-type': {
    severity: 'error',
    title: 'A file that does not belong here',
    why: 'Only what a page is made of lies here: no data, no documents, nothing that a reviewer cannot read.',
    mend: 'Remove the file, and link to the place where such files are kept. A new name does not help, since the file itself is looked at.',
    wrong: 'public/results.xlsx, public/slides.pdf, content/guide/analysis.ipynb',
    right: 'A table in the page, or a link to a repository for papers, slides or code',
  },
  'file-name': {
    severity: 'error',
    title: 'A name that not every computer can hold',
    why: 'A name must work on every computer, and show what it is.',
    mend: 'Rename the file with letters, digits and hyphens. No two names may differ in capitals or accents alone.',
    wrong: 'public/Ward map: final?.png',
    right: 'public/ward-map.png',
  },
  'file-size': {
    severity: 'error',
    title: 'A file too large to review',
    why: 'What nobody can read through, nobody has reviewed.',
    mend: 'Split the file, or link to it.',
    wrong: 'A text file of 4 MB',
    right: 'Several pages of at most 1 MB each',
  },
  'picture-size': {
    severity: 'error',
    title: 'A picture that is too large',
    why: 'Pages are read on telephones and slow networks.',
    mend: 'Save it with at most 2000 pixels on its longer side and at most 500 kB, best as WebP. A screenshot of the part that matters is often enough.',
    wrong: 'A photograph as it comes from a telephone, of 4032 × 3024 pixels and 5 MB',
    right: 'The same photograph with 1600 × 1200 pixels and 200 kB',
  },
  'picture-origin': {
    severity: 'error',
    title: 'A picture that tells where or by whom it was taken',
    why: 'A picture must not tell where it was taken, or by whom.',
    mend: 'Save a copy without that information, or take a screenshot of the picture and use that. The description of the picture says who made it.',
    wrong: 'A photograph with the place in it',
    right: 'A screenshot of that photograph',
  },
  'svg': {
    severity: 'error',
    title: 'A drawing that does more than show',
    why: 'A drawing is a picture; it may not run anything or load anything.',
    mend: 'Export it as plain SVG from the program in which it was made, or save it as PNG.',
    wrong: '<svg><script>…</script></svg>',
    right: '<svg><path d="…" /></svg>',
  },
} as const satisfies Record<string, Help>;
