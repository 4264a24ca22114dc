/** How fast the identifier guard reads: honest pages, and texts made to keep its patterns busy. */
import { findIdentifiers } from '../../../src/check/identifiers/index.ts';

/** Pieces that, repeated, would send a careless pattern round in circles. */
export const REPETITIONS: readonly string[] = [
  '1234567890 ',
  '12 ',
  '7',
  'a',
  'A',
  'Abc ',
  ' ',
  '\n',
  'Mr Smith ',
  '| nhs | dob |\n',
  'password=',
  '(',
  'Dear Dr X\n',
  'a@a.',
  '12 Road N1 1AA ',
  '> ',
  'dob 1/',
  '*1',
  '&amp;',
  'flat 1 ',
  'a dot b at ',
];

const millisecondsFor = (text: string): number => {
  const start = performance.now();
  findIdentifiers(text);
  return performance.now() - start;
};

const MEGABYTE = 1_000_000;

/** Milliseconds for a megabyte of honest pages in one file, and for a megabyte of the worst repetition. */
export const measureSpeed = (pages: readonly string[]): { prose: number; worst: number; piece: string } => {
  const joined = pages.join('\n');
  const prose = joined.repeat(Math.ceil(MEGABYTE / joined.length)).slice(0, MEGABYTE);
  millisecondsFor(prose);
  const repeated = REPETITIONS.map((piece) => ({
    piece,
    worst: millisecondsFor(piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE)),
  }));
  const [slowest = { piece: '', worst: 0 }] = repeated.toSorted((a, b) => b.worst - a.worst);
  return { prose: millisecondsFor(prose), ...slowest };
};
