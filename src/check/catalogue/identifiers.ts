/** What the patient-identifier guard finds, told as the other kinds are. An example of the mistake would be one itself. */
import { EXCEPTION_RULE, identifierRules, type IdentifierRuleId } from '../identifiers/rules.ts';
import type { Help } from './help.ts';

const helpFor = ({ name, why, mend }: { name: string; why: string; mend: string }): Help => ({
  severity: 'error',
  title: `What looks like ${name}`,
  why,
  mend,
  wrong: 'No example is shown, because it would be found as well.',
  right: 'An invented one that says so, or nothing.',
});

export const identifierHelp: Readonly<Record<IdentifierRuleId | typeof EXCEPTION_RULE, Help>> = {
  ...(Object.fromEntries(Object.entries(identifierRules).map(([rule, about]) => [rule, helpFor(about)])) as Record<
    IdentifierRuleId,
    Help
  >),
  [EXCEPTION_RULE]: {
    severity: 'error',
    title: 'An exception that does not hold',
    why: 'An exception is one reviewed line with a reason, and goes when it is no longer needed.',
    mend: 'Give file, rule, fingerprint and reason, or remove the entry.',
    wrong: '- file: content/guide/security.mdx',
    right:
      '- file: content/guide/security.mdx\n  rule: phone-number\n  fingerprint: "3f0a"\n  reason: the public number of a regulator',
  },
};
