/** The decision table as pages: two parts, each of which comes in the first flight with its rules and its sources, and what each answer brings. */
import { outcomes } from './outcomes.ts';
import { phases, type Outcome } from './outcome.ts';
import type { RowId } from './rules.ts';

export interface Part {
  path: string;
  title: string;
  description: string;
  /** What people search for among its rows, where the title of the row does not say it. */
  keywords: string;
  phases: readonly Outcome['phase'][];
}

export const parts: readonly [Part, Part] = [
  {
    path: '/pathway/table/',
    title: 'The pathway’s table: study, data, permission',
    description:
      'What may apply to an LLM study at UCLH before it may begin: when it does, who decides, and on which sources it rests.',
    keywords: 'DSA, CTIMP, audit registration, GDPR legal basis, C&C',
    phases: phases.slice(0, 3),
  },
  {
    path: '/pathway/table/people-model-care/',
    title: 'The pathway’s table: people, model, care',
    description:
      'What may apply to an LLM study at UCLH once people, a model or care are touched: when, who decides, on which sources; and reporting guidelines.',
    keywords: 'PIS, consent form, MCA, GCP training, LoA, IP ownership, weights export, HIE, ambient scribe, ATRS',
    phases: phases.slice(3),
  },
];

export const ANSWERS = '/pathway/answers/';

const pathOf = (phase: Outcome['phase']): string => parts[parts[0].phases.includes(phase) ? 0 : 1].path;

/** Where a phase of the table begins, as a site path. */
export const phasePath = (phase: Outcome['phase']): string => `${pathOf(phase)}#phase-${phases.indexOf(phase) + 1}`;

/** Where a row of the table stands, as a site path. */
export const rowPath = (id: RowId): string => `${pathOf(outcomes[id].phase)}#${id.toLowerCase()}`;
