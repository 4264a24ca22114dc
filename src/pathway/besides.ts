/** What is asked and said besides the rows: guidelines, stops, words of caution, questions not put. From the decision table, 13.1 to 13.4. */
import { all, always, any, is, not, value, type Condition } from './conditions.ts';
import type { RowId } from './rules.ts';
import type { QuestionId } from './vocabulary.ts';

const research = value('RESEARCH', 'yes');
const notResearch = value('RESEARCH', 'no');
const aModel = not(is('Q11', 'no_model'));

/** Reporting guidelines, the most particular first. Advice: a guideline fits, or may fit where an answer is unsure. */
export const guidelines = {
  'spirit-consort-ai': is('Q1a', 'yes'),
  'decide-ai': value('CARE', 'yes', 'silent'),
  'chart': is('Q7', 'patient_sees'),
  'stard-ai': is('Q8', 'medical'),
  'tripod-ai': is('Q8', 'medical'),
  'tripod-llm': all(aModel, research),
  'record': all(is('Q2', 'uclh_records', 'other_nhs_records'), is('Q6', 'retrospective')),
  'mi-clear-llm': aModel,
  'squire': notResearch,
} as const satisfies Record<string, Condition>;

export type GuidelineId = keyof typeof guidelines;

/** The rows that halt the work where they apply; a student's study only where it may not be accepted. */
export const stops: Partial<Record<RowId, Condition>> = {
  R40: is('Q15', 'undergraduate', 'masters'),
  R28: always,
  R9: always,
  R27: always,
  R17: always,
  R18: always,
};

/** What to say besides the rows, because the answers sit badly together. */
export const notices = {
  'called-evaluation': all(research, is('Q1d', 'service_evaluation', 'audit', 'surveillance', 'technical_only')),
  'live-but-not-research': all(not(is('Q7', 'offline')), notResearch),
  'anonymous-free-text': all(is('Q3', 'anonymous_confirmed'), is('Q2', 'uclh_records', 'other_nhs_records')),
  'two-legal-entities': all(is('Q10', 'university_made'), value('CARE', 'yes', 'silent', 'unsure')),
} as const satisfies Record<string, Condition>;

export type NoticeId = keyof typeof notices;

const noPatients = all(value('PATIENT', 'no'), is('Q2', 'public_dua', 'public_open', 'synthetic_pure', 'none'));
const noSoftware = all(is('Q7', 'offline'), is('Q8', 'none'));

/**
 * Where a question is not put, because the answers before it leave nothing to ask. Read on the answers given so far: a question
 * that has no answer yet excludes nothing.
 */
export const notPut: Partial<Record<QuestionId, Condition>> = {
  Q1d: any(is('Q1a', 'yes', 'unsure'), is('Q1b', 'yes', 'unsure'), is('Q1c', 'yes', 'unsure')),
  Q3: noPatients,
  Q4: noPatients,
  Q5: noPatients,
  Q9: noSoftware,
  Q10: noSoftware,
  Q16: is('Q11', 'no_model'),
  Q17: is('Q7', 'offline'),
  Q20: is('Q11', 'no_model'),
};
