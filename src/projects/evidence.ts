/** The evidence card as rows of words: what is known, what is to be confirmed, and what nobody states. */
import { isUnconfirmed, TO_BE_CONFIRMED } from '../fields.ts';
import type { Evidence } from './schema.ts';

export interface EvidenceRow {
  label: string;
  /** One or more lines; undefined where the sources say nothing. */
  lines: string[] | undefined;
}

const single = (value: string | undefined): string[] | undefined => (value === undefined ? undefined : [value]);

const each = <T>(list: T[] | typeof TO_BE_CONFIRMED | undefined, words: (item: T) => string): string[] | undefined => {
  if (list === undefined || (Array.isArray(list) && list.length === 0)) return undefined;
  return isUnconfirmed(list) ? [TO_BE_CONFIRMED] : list.map(words);
};

const part = (label: string, value: string | undefined): string =>
  value === undefined ? '' : `${label} ${isUnconfirmed(value) ? TO_BE_CONFIRMED : value}`;

const sentence = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('; ');

/** The rows of the card, always all of them and always in this order. */
export const evidenceRows = (evidence: Evidence): EvidenceRow[] => [
  { label: 'Question', lines: single(evidence.question) },
  {
    label: 'Data',
    lines: each(evidence.data, ({ kind, source }) => {
      const words = kind.charAt(0).toUpperCase() + kind.slice(1);
      return isUnconfirmed(source) ? `${words}: details ${TO_BE_CONFIRMED}` : `${words}. ${source}`;
    }),
  },
  {
    label: 'Model',
    lines: each(evidence.models, ({ name, version, licence }) =>
      sentence(name, part('version', version), part('licence', licence)),
    ),
  },
  { label: 'Where it ran', lines: single(evidence.ranOn) },
  { label: 'How it was judged', lines: single(evidence.judged?.how) },
  { label: 'Judged by', lines: single(evidence.judged?.by) },
  { label: 'Result', lines: single(evidence.result) },
  { label: 'Known limits', lines: single(evidence.limits) },
  { label: 'Approval route', lines: single(evidence.approval?.route) },
  { label: 'Approval reference', lines: single(evidence.approval?.reference) },
  { label: 'You can reuse', lines: single(evidence.reuse) },
];
