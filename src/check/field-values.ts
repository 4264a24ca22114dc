/** Values that YAML reads, but not as their author wrote them. */
import { isScalar, visit, type Scalar } from 'yaml';
import { day } from '../fields.ts';
import type { Front } from './front-matter.ts';
import type { Fault } from './problems.ts';
import { BULLET, quoted } from './yaml-mend.ts';

type Range = readonly [number, number, number];
type Replace = (front: Front, range: Range, by: string) => string;

export interface ValueFault extends Omit<Fault, 'line' | 'column'> {
  offset: number;
  /** Whether the schema's word on the same line is better. */
  yields?: true;
  /** The place of a value about which the schema's word is an echo of this fault. */
  hides?: number;
}

/** A plain value in which YAML 1.1, as the build reads it, sees a point in time. */
const TIMESTAMP = /^\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d.*)?$/;

const isPlain = (node: Scalar): boolean => node.type === 'PLAIN';

const lost = (front: Front, node: Scalar, replace: Replace): ValueFault | undefined => {
  const range = node.range;
  if (!range || !isPlain(node)) return undefined;
  const [start, end] = range;
  const value = front.text.slice(start, end).trim();
  const rest = /^[ \t]*#[^\r\n]*/.exec(front.text.slice(end))?.[0];
  if (rest === undefined) return undefined;
  const whole = (front.text.slice(start, end) + rest).trim();
  const from = end + rest.length - whole.length;
  return {
    offset: end + rest.indexOf('#'),
    rule: 'yaml-lost',
    message: `YAML takes "${rest.trim().slice(0, 60)}" for a remark, and it would be lost. Put the whole value in quotes, or the remark on a line of its own.`,
    // A remark after one word may well be one.
    ...(/^[a-z0-9-]+$/.test(value)
      ? {}
      : { fix: replace(front, [from, from + whole.length, from + whole.length], quoted(whole)) }),
  };
};

const curly = (front: Front, node: Scalar, replace: Replace): ValueFault | undefined => {
  const text = node.source ?? '';
  const inner = /^[“”„«](.*)[“”»"]$/s.exec(text)?.[1] ?? /^[‘’](.*)[‘’']$/s.exec(text)?.[1];
  if (!node.range || !isPlain(node) || inner === undefined || /[“”]/.test(inner)) return undefined;
  return {
    offset: node.range[0],
    rule: 'yaml-quotes',
    message: 'These curly quotes would be printed as part of the value. Use straight quotes, or none.',
    fix: replace(front, node.range, quoted(inner)),
    ...(/[\r\n]/.test(inner) ? {} : { safe: true as const }),
  };
};

const otherDay = (front: Front, node: Scalar, replace: Replace): ValueFault | undefined => {
  const text = node.source ?? '';
  if (!node.range || !isPlain(node) || !TIMESTAMP.test(text) || day.safeParse(text).success) return undefined;
  if (/^\d{4}-\d\d?-\d\d?$/.test(text) && !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  return {
    offset: node.range[0],
    yields: true,
    rule: 'yaml-lost',
    message: `YAML takes "${text.slice(0, 40)}" for a point in time and would change it. Put it in quotes if it is text; a day alone is written YYYY-MM-DD.`,
    fix: replace(front, node.range, quoted(text)),
  };
};

/** Lines that YAML takes for the rest of the line above, because a space or the right indent is missing. */
const swallowed = (front: Front, node: Scalar): ValueFault[] => {
  const text = node.source ?? '';
  if (!node.range || !isPlain(node)) return [];
  const [start] = node.range;
  const written = front.text.slice(start, node.range[1]);
  const bullet = /^[•·▪–—]\s*(.*)/.exec(written);
  const tight = /^-(?=[^\s-])(.*)/.exec(written);
  const faults: ValueFault[] = tight
    ? [{ offset: start, rule: 'yaml', message: 'A space is missing after the hyphen of this item.', fix: `- ${tight[1] ?? ''}` }]
    : bullet
      ? [{ offset: start, rule: 'yaml', message: BULLET, fix: `- ${bullet[1] ?? ''}` }]
      : [];
  if (text === '' || !written.includes('\n')) return faults;
  for (const { 0: line, index } of written.matchAll(/(?<=\n[ \t]*)(?:- \S|-[A-Za-z]|[A-Za-z][\w-]*:(?=\s|$)).*/g)) {
    const message = 'YAML takes this line for the end of the one above. Indent it exactly like its neighbours.';
    const item = /^-(?=\S)(.*)/.exec(line);
    faults.push({
      offset: start + index,
      rule: 'yaml',
      message,
      fix: item ? `- ${item[1] ?? ''}` : line.trimEnd(),
      hides: start,
    });
  }
  return faults;
};

/** What would be lost or changed on the way from the file to the page, in the order of the file. */
export const checkValues = (front: Front, replace: Replace): ValueFault[] => {
  const faults: ValueFault[] = [];
  visit(front.tree, {
    Scalar(key, node) {
      if (!isScalar(node)) return;
      const fault =
        lost(front, node, replace) ??
        (key === 'key' ? undefined : (curly(front, node, replace) ?? otherDay(front, node, replace)));
      if (fault) faults.push(fault);
      if (key !== 'key') faults.push(...swallowed(front, node));
    },
  });
  return faults;
};
