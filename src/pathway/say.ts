/** Puts conditions into words, so that the table on the page is the rules themselves and not a copy of them. */
import type { Condition, Verdict } from './conditions.ts';
import { outcomes } from './outcomes.ts';
import type { RowId } from './rules.ts';
import { labelOf, words } from './words.ts';

/** What each derived value means, by the values asked for. */
const values: Record<string, Record<string, string>> = {
  RESEARCH: {
    'yes': 'it is research',
    'no': 'it is not research',
    'unsure': 'it is not clear whether it is research',
    'yes unsure': 'it is, or may be, research',
    'no unsure': 'it is not research, or that is not clear',
  },
  PATIENT: {
    'yes': 'patient information is used',
    'no': 'no patient information is used',
    'unsure': 'patient information may be used',
    'yes unsure': 'patient information is, or may be, used',
  },
  CPI: {
    'yes': 'confidential patient information is in play',
    'unsure': 'confidential patient information may be in play',
    'yes unsure': 'confidential patient information is, or may be, in play',
  },
  PEOPLE: { yes: 'people take part' },
  PERSONAL: {
    'yes': 'personal data are processed',
    'unsure': 'personal data may be processed',
    'yes unsure': 'personal data are, or may be, processed',
  },
  CARE: {
    'yes': 'outputs reach care',
    'yes silent': 'outputs reach care or run silently beside it',
    'yes silent unsure': 'outputs reach care, run silently beside it, or may do so',
  },
  DEVICE: {
    'yes': 'it is a medical device',
    'no': 'it is not a medical device',
    'unsure': 'it may be a medical device',
    'yes unsure': 'it is, or may be, a medical device',
  },
  OUT: { yes: 'the model runs outside the Trust and its secure environment' },
  ANON1: {
    yes: 'the data are confirmed anonymous, from UCLH alone, and nobody takes part',
    no: 'it is not a study at UCLH alone on confirmed anonymous data with nobody taking part',
  },
};

const verdicts: Record<Verdict, string> = { applies: 'applies', may: 'may apply', no: 'is not triggered' };

const or = (list: readonly string[]): string =>
  list.length > 1 ? `${list.slice(0, -1).join(', ')} or ${list.at(-1) ?? ''}` : (list[0] ?? '');

const part = (condition: Condition, negated: boolean): string => {
  const turned = negated ? 'not ' : '';
  if ('ask' in condition) {
    const codes = 'only' in condition ? [condition.only] : condition.in;
    const answers = or(codes.map((code) => `“${labelOf(condition.ask, code)}”`));
    return `${words[condition.ask].short}: ${turned}${'only' in condition ? 'only ' : ''}${answers}`;
  }
  if ('value' in condition) {
    const said = values[condition.value]?.[condition.in.join(' ')];
    if (!said || negated) throw new Error(`No words for ${turned}${condition.value} = ${condition.in.join(' ')}.`);
    return said;
  }
  if ('row' in condition) {
    const { title } = outcomes[condition.row as RowId];
    return `“${title}” ${or(condition.in.map((verdict) => verdicts[verdict]))}`;
  }
  if ('not' in condition) return part(condition.not, !negated);
  const list = 'all' in condition ? condition.all : condition.any;
  const joint = 'all' in condition ? '; and ' : '; or ';
  return list.length > 1 ? `(${list.map((one) => part(one, negated)).join(joint)})` : part(list[0] as Condition, negated);
};

/**
 * The ways in which a condition can hold, a line each. Empty for one that never holds.
 *
 * @throws when a derived value is asked for in a way that has no words.
 */
export const waysToHold = (condition: Condition): string[] => {
  if ('any' in condition) return condition.any.flatMap(waysToHold);
  if ('all' in condition) {
    return condition.all.length === 0 ? ['always'] : [condition.all.map((one) => part(one, false)).join('; and ')];
  }
  return [part(condition, false)];
};
