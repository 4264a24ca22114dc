/** Matters of time. They are worth knowing and stop nothing: a page does not become wrong overnight. */
import type { Help } from './help.ts';

export const dayRules = {
  'overdue': {
    severity: 'warning',
    title: 'A review is overdue',
    why: 'Readers trust a page because somebody has looked at it lately.',
    mend: 'Ask the owner to read the page again. Then give the day of the review as "reviewed", and a later "reviewBy".',
    wrong: 'reviewBy: 2025-06-01',
    right: 'reviewed: 2026-11-20\nreviewBy: 2027-05-20',
  },
  'far-date': {
    severity: 'warning',
    title: 'A day that is surprisingly far away',
    why: 'It is most often a mistyped year, or day and month in each other’s place.',
    mend: 'Check the day. If it is right, leave it: this is only a question.',
    wrong: 'updated: 2062-04-19',
    right: 'updated: 2026-04-19',
  },
  'bank-holiday': {
    severity: 'warning',
    title: 'A meeting on a bank holiday',
    why: 'Most people are away, and the building may be closed.',
    mend: 'Cancel it or move it, with a line under exceptions. If it does take place, leave it: this is only a reminder.',
    wrong: 'exceptions: []',
    right: 'exceptions:\n  - kind: cancelled\n    on: 2027-12-27\n    reason: Bank holiday',
  },
} as const satisfies Record<string, Help>;
