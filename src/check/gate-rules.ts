/** The kinds of problems that files and spelling have, with what each guards. */
export const gateRules = {
  'file-type': 'Only what a page is made of lies here: no data, no documents, nothing that a reviewer cannot read.',
  'file-name': 'A name must work on every computer, and show what it is.',
  'file-size': 'What nobody can read through, nobody has reviewed.',
  'picture-size': 'Pages are read on telephones and slow networks.',
  'picture-origin': 'A picture must not tell where it was taken, or by whom.',
  'svg': 'A drawing is a picture; it may not run anything or load anything.',
  'american': 'The site is written in British English.',
  'american-name': 'The site is written in British English; a name keeps its own spelling.',
  'unknown-word': 'A misspelt word is not found by search.',
} as const;
