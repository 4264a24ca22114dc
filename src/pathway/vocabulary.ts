/**
 * The questions of the pathway and the codes of their answers, without the words that readers see (those are in `words.ts`).
 * From the decision table, 13.1; the ids and codes are the table's own, so that the two can be laid side by side.
 */

interface Question {
  answers: readonly string[];
  /** Several answers may hold together. `none` then stands alone. */
  multiple?: true;
  /** What is taken as the answer where the question is not put. */
  otherwise: string;
}

/** In the order in which they are put. "Unsure" is always an answer. */
export const questions = {
  Q1a: { answers: ['yes', 'no', 'unsure'], otherwise: 'no' },
  Q1b: { answers: ['yes', 'no', 'unsure'], otherwise: 'no' },
  Q1c: { answers: ['yes', 'no', 'unsure'], otherwise: 'no' },
  Q1d: { answers: ['service_evaluation', 'audit', 'surveillance', 'technical_only', 'unsure'], otherwise: 'unsure' },
  Q2: {
    answers: [
      'uclh_records',
      'other_nhs_records',
      'new_from_participants',
      'public_dua',
      'public_open',
      'synthetic_from_real',
      'synthetic_pure',
      'none',
      'unsure',
    ],
    multiple: true,
    otherwise: 'none',
  },
  Q3: {
    answers: ['identifiable', 'pseudo_key', 'pseudo_nokey', 'redacted_freetext', 'anonymous_confirmed', 'none', 'unsure'],
    otherwise: 'none',
  },
  Q4: { answers: ['care_team', 'trust_not_care_team', 'other_org', 'nobody', 'unsure'], otherwise: 'nobody' },
  Q5: { answers: ['explicit', 'none', 'mixed', 'not_applicable', 'unsure'], otherwise: 'not_applicable' },
  Q6: { answers: ['retrospective', 'prospective_noncontact', 'prospective_participants', 'unsure'], otherwise: 'retrospective' },
  Q7: {
    answers: ['offline', 'silent', 'clinician_sees', 'record_write', 'patient_sees', 'autonomous', 'unsure'],
    otherwise: 'offline',
  },
  Q8: { answers: ['medical', 'restate', 'admin', 'none', 'unsure'], otherwise: 'none' },
  Q9: {
    answers: ['marked_same_purpose', 'marked_other_or_modified', 'unmarked', 'not_device', 'unsure'],
    otherwise: 'not_device',
  },
  Q10: { answers: ['uclh_own_use', 'uclh_maybe_shared', 'university_made', 'company', 'none', 'unsure'], otherwise: 'none' },
  Q11: {
    answers: ['inside_trust_or_tre', 'trust_contracted_cloud_uk_eea', 'other_cloud_api', 'non_uk_eea', 'no_model', 'unsure'],
    otherwise: 'no_model',
  },
  Q12: { answers: ['none', 'nhs_or_university', 'commercial', 'unsure'], otherwise: 'none' },
  Q13: {
    answers: ['none', 'patients', 'carers', 'staff', 'lacks_capacity', 'children', 'prisoners', 'unsure'],
    multiple: true,
    otherwise: 'none',
  },
  Q14: { answers: ['uclh_only', 'several_nhs_sites', 'outside_england', 'unsure'], otherwise: 'uclh_only' },
  Q15: { answers: ['no', 'undergraduate', 'masters', 'doctoral', 'unsure'], otherwise: 'no' },
  Q16: { answers: ['no_training', 'trained_stays', 'trained_leaves', 'unsure'], otherwise: 'no_training' },
  Q17: { answers: ['yes', 'no', 'unsure'], otherwise: 'no' },
  Q18: { answers: ['none', 'medicine', 'radiation', 'tissue', 'unsure'], multiple: true, otherwise: 'none' },
  Q19: { answers: ['yes', 'no', 'unsure'], otherwise: 'no' },
  Q20: { answers: ['yes', 'no', 'unsure'], otherwise: 'no' },
} as const satisfies Record<string, Question>;

export type QuestionId = keyof typeof questions;
export type Code<Q extends QuestionId = QuestionId> = (typeof questions)[Q]['answers'][number];

export const questionIds = Object.keys(questions) as QuestionId[];

/** The codes given to each question: one, or several where several may hold. A question left out has not been answered. */
export type Answers = Partial<Record<QuestionId, readonly string[]>>;

/** An answer to every question. */
export type AllAnswers = Record<QuestionId, readonly string[]>;

export const mayHoldTogether = (id: QuestionId): boolean => 'multiple' in questions[id];
