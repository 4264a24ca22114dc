/**
 * What each row of the decision table asks of a study: what to do, who decides, whom to ask, and what it rests on. In our own words;
 * the rules themselves are in `rules.ts`. The conduct of a study is told in the order of `phases`.
 */
import type { Outcome } from './outcome.ts';
import { careOutcomes } from './outcomes-care.ts';
import { dataOutcomes } from './outcomes-data.ts';
import { studyOutcomes } from './outcomes-study.ts';
import type { GuidelineId, NoticeId } from './besides.ts';
import type { RowId } from './rules.ts';
import type { SourceId } from './sources.ts';

export const outcomes: Record<RowId, Outcome> = { ...studyOutcomes, ...dataOutcomes, ...careOutcomes };

/** Reporting guidelines: advice, never a permission. */
export const guidelineWords: Record<GuidelineId, { title: string; when: string; sources: readonly [SourceId, ...SourceId[]] }> = {
  'spirit-consort-ai': {
    title: 'SPIRIT-AI for the protocol, CONSORT-AI for the results',
    when: 'Randomised trials; with SPIRIT 2025 and CONSORT 2025',
    sources: ['spirit-ai', 'consort-ai'],
  },
  'decide-ai': { title: 'DECIDE-AI', when: 'Early live evaluation', sources: ['decide-ai'] },
  'chart': { title: 'CHART', when: 'A chatbot that gives health advice', sources: ['chart'] },
  'stard-ai': { title: 'STARD-AI', when: 'The results of a test are set against a reference standard', sources: ['stard-ai'] },
  'tripod-ai': {
    title: 'TRIPOD+AI, appraised with PROBAST+AI',
    when: 'The model predicts a diagnosis or an outcome',
    sources: ['tripod-ai'],
  },
  'tripod-llm': { title: 'TRIPOD-LLM', when: 'Research with a language model', sources: ['tripod-llm'] },
  'record': { title: 'RECORD, with STROBE', when: 'Routinely collected records, looking back', sources: ['record'] },
  'mi-clear-llm': {
    title: 'MI-CLEAR-LLM',
    when: 'Any study of a language model’s accuracy: model, version, prompts, chance',
    sources: ['mi-clear-llm'],
  },
  'squire': { title: 'SQUIRE 2.0', when: 'Improvement work that is not research', sources: ['squire'] },
};

/** What to say where answers sit badly together. */
export const noticeWords: Record<NoticeId, string> = {
  'called-evaluation':
    'You gave it another name, but an answer to the first three questions points to research. The design counts, not the name; the organisation that would be sponsor decides.',
  'live-but-not-research':
    'A new tool in live care can easily be research, or depart from accepted care. Go back to the first three questions and to the HRA’s tool.',
  'anonymous-free-text':
    'If the data hold free text, attach the letter in which Information Governance confirmed that they are anonymous.',
  'two-legal-entities': 'UCL and UCLH are two legal entities: what one makes for the other is a transfer to be asked about.',
};

/** Where every ending leads, whatever was answered: ids of `content/contacts/`, each with what to ask there. */
export const askAlways: Readonly<Record<string, string>> = {
  'safehr': 'Data, governance and ethics: start with its enquiry form',
  'uclh':
    'The Joint Research Office (for site approval, uclh.randd@nhs.net), the audit lead of your division, Information Governance',
  'simon-ellershaw': 'How others here went about it',
};
