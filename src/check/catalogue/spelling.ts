/**
 * Problems of spelling. An American spelling whose British form is certain is an error: the fix is known, and every reader would
 * see it. With a capital inside a sentence it is a warning, because it may be a name. A word that no list knows is a warning and
 * never stops a build: new terms, drugs and people are right before any list has them.
 */
import type { Help } from './help.ts';

export const spellingRules = {
  'american': {
    severity: 'error',
    title: 'American spelling',
    why: 'The site is written in British English.',
    mend: 'Write the word as the message says. What others wrote keeps its spelling in a quotation (> at the start of the line) and in code.',
    wrong: 'Patients were randomized.',
    right: 'Patients were randomised.',
  },
  'american-name': {
    severity: 'warning',
    title: 'American spelling in what may be a name',
    why: 'The site is written in British English; a name keeps its own spelling.',
    mend: 'If it is part of a name, leave it. If not, write it as the message says.',
    wrong: 'The Tumor Board meets on Mondays.',
    right: 'The Tumour Board meets on Mondays.',
  },
  'unknown-word': {
    severity: 'warning',
    title: 'A word that no list has',
    why: 'A misspelt word is not found by search.',
    mend: 'Correct it if it is misspelt. If it is right, leave it: a maintainer adds it to src/check/spelling/words.txt, or it becomes a term in the glossary.',
    wrong: 'the retreival of notes',
    right: 'the retrieval of notes',
  },
} as const satisfies Record<string, Help>;
