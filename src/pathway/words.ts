/**
 * The questions in words, from the decision table, 13.1. Each says who defines it: the words here only point there. Kept apart from
 * the codes, because the script takes the words from the page.
 */
import { questions, type Code, type QuestionId } from './vocabulary.ts';

export interface QuestionWords<Q extends QuestionId = QuestionId> {
  /** The question in three or four words, for lists. */
  short: string;
  text: string;
  help?: string;
  /** Who says what this question means; not us. */
  defines: string;
  /** Each answer: what to choose, and what it means where the words alone could be misread. */
  answers: Record<Code<Q>, string | readonly [label: string, hint: string]>;
}

const yesNo = { yes: 'Yes', no: 'No', unsure: 'Unsure' } as const;

export const words: { [Q in QuestionId]: QuestionWords<Q> } = {
  Q1a: {
    short: 'Randomised',
    text: 'Does chance (randomisation) decide who gets which care, treatment or service?',
    defines: 'HRA tool “Is my study research?”',
    answers: yesNo,
  },
  Q1b: {
    short: 'Departs from accepted care',
    text: 'Must anybody’s care or service depart from accepted standards because of the protocol?',
    defines: 'HRA tool “Is my study research?”',
    answers: yesNo,
  },
  Q1c: {
    short: 'Meant to generalise',
    text: 'Is it designed to produce findings that can be generalised or transferred?',
    help: 'The design counts, not the name and not whether you publish. The HRA tends to see making or testing a model ahead of the market as research.',
    defines: 'HRA tool “Is my study research?” and its glossary',
    answers: yesNo,
  },
  Q1d: {
    short: 'Kind of project',
    text: 'If all three answers are “no”: what is it?',
    defines: 'HRA Defining Research table; your clinical audit team',
    answers: {
      service_evaluation: ['Service evaluation or improvement', 'how is one service doing now?'],
      audit: ['Clinical audit', 'care measured against explicit standards'],
      surveillance: 'Health surveillance',
      technical_only: ['Technical work only', 'no patient information and nobody taking part'],
      unsure: 'Unsure',
    },
  },
  Q2: {
    short: 'Data',
    text: 'Which data will you use?',
    help: 'Choose all that hold.',
    defines: 'The data controller or the owner of the dataset',
    answers: {
      uclh_records: 'UCLH records',
      other_nhs_records: 'Records of another NHS organisation',
      new_from_participants: 'New data collected from participants',
      public_dua: ['A dataset under an agreement', 'such as MIMIC'],
      public_open: 'An open public dataset',
      synthetic_from_real: 'Synthetic data made from real records',
      synthetic_pure: ['Purely synthetic data', 'made without real records'],
      none: 'No data about people',
      unsure: 'Unsure',
    },
  },
  Q3: {
    short: 'Form of the data',
    text: 'What do the data look like to the people and systems that do the work?',
    defines: 'ICO (the test); Information Governance at the Trust (the decision)',
    answers: {
      identifiable: 'Identifiable',
      pseudo_key: ['Pseudonymised, with a key in reach', 'we, or our organisation, can trace people back'],
      pseudo_nokey: ['Pseudonymised, without a key', 'nobody on our side can trace people back'],
      redacted_freetext: 'Redacted free text',
      anonymous_confirmed: ['Anonymous, confirmed', 'Information Governance has assessed it in writing'],
      none: 'No data about patients are seen',
      unsure: 'Unsure',
    },
  },
  Q4: {
    short: 'First to touch the record',
    text: 'Who first touches the identifiable record, be it only to extract it or to strip identifiers?',
    defines: 'HRA and CAG guidance; Caldicott Guardian',
    answers: {
      care_team: 'The patients’ own care team',
      trust_not_care_team: 'Trust staff outside the care team',
      other_org: ['Another organisation', 'UCL and companies count'],
      nobody: 'Nobody: no records are used',
      unsure: 'Unsure',
    },
  },
  Q5: {
    short: 'Consent',
    text: 'Have the patients consented to this use?',
    defines: 'Common law; the research ethics committee',
    answers: {
      explicit: 'Yes, explicitly',
      none: 'No',
      mixed: 'Some have',
      not_applicable: 'Not applicable',
      unsure: 'Unsure',
    },
  },
  Q6: {
    short: 'Timing',
    text: 'Does it look back, or does it run with live data or people?',
    defines: 'Your protocol',
    answers: {
      retrospective: 'Retrospective',
      prospective_noncontact: ['Prospective, without contact', 'live data, nobody approached'],
      prospective_participants: 'Prospective, with participants',
      unsure: 'Unsure',
    },
  },
  Q7: {
    short: 'Outputs go to',
    text: 'Where do the outputs go?',
    defines: 'Your protocol; clinical safety officer',
    answers: {
      offline: ['To researchers only', 'offline'],
      silent: ['Silent mode', 'in the live workflow, hidden from those who care'],
      clinician_sees: 'A clinician sees them',
      record_write: 'Into the record',
      patient_sees: 'A patient sees them',
      autonomous: 'They act without anybody reading them',
      unsure: 'Unsure',
    },
  },
  Q8: {
    short: 'Intended purpose',
    text: 'What is the software for?',
    help: 'Claims in instructions and publicity count, disclaimers do not.',
    defines: 'The manufacturer’s written statement; MHRA',
    answers: {
      medical: ['Medical', 'monitor, diagnose, predict, recommend, treat, or add clinical information that was not there'],
      restate: ['Re-wording only', 'recorded facts in other words, reviewed by a clinician'],
      admin: 'Administration',
      none: 'No software is developed, and none is deployed',
      unsure: 'Unsure',
    },
  },
  Q9: {
    short: 'Device marking',
    text: 'How is it marked as a medical device?',
    defines: 'MHRA; the register of devices',
    answers: {
      marked_same_purpose: 'UKCA or CE marked for this very purpose',
      marked_other_or_modified: 'Marked, but modified or for another purpose',
      unmarked: 'Not marked',
      not_device: ['Not a device', 'and the reasoning is documented'],
      unsure: 'Unsure',
    },
  },
  Q10: {
    short: 'Maker',
    text: 'Who makes it, and might it be sold or handed to others?',
    help: 'UCL and UCLH are two legal entities.',
    defines: 'MHRA guidance for health institutions; the Trust',
    answers: {
      uclh_own_use: 'UCLH, for its own use alone',
      uclh_maybe_shared: 'UCLH, and it may be shared or sold',
      university_made: 'A university',
      company: 'A company',
      none: 'No software is developed, and none is deployed',
      unsure: 'Unsure',
    },
  },
  Q11: {
    short: 'Model runs',
    text: 'Where does the model run?',
    defines: 'Information Governance and SIRO of the Trust',
    answers: {
      inside_trust_or_tre: 'Inside the Trust or its secure environment',
      trust_contracted_cloud_uk_eea: ['In a cloud that the Trust has contracted', 'UK or EEA'],
      other_cloud_api: ['At another service', 'any API or chatbot that the Trust has not contracted'],
      non_uk_eea: 'Outside the UK and EEA',
      no_model: 'There is no model',
      unsure: 'Unsure',
    },
  },
  Q12: {
    short: 'Outside partner',
    text: 'Is there a partner outside UCLH?',
    defines: 'The contracts team',
    answers: {
      none: 'No',
      nhs_or_university: 'An NHS body or a university',
      commercial: 'A company',
      unsure: 'Unsure',
    },
  },
  Q13: {
    short: 'People taking part',
    text: 'Who takes part in person?',
    help: 'Choose all that hold. Those whose records are read without contact do not take part.',
    defines: 'UK REC Policy Document; Mental Capacity Act',
    answers: {
      none: 'Nobody',
      patients: 'Patients',
      carers: 'Carers or relatives',
      staff: 'Staff',
      lacks_capacity: 'Adults who lack capacity',
      children: 'Children',
      prisoners: 'Prisoners',
      unsure: 'Unsure',
    },
  },
  Q14: {
    short: 'Place',
    text: 'Where does it happen?',
    defines: 'IRAS, the application system',
    answers: {
      uclh_only: 'At UCLH only',
      several_nhs_sites: 'At several NHS sites',
      outside_england: 'Outside England too',
      unsure: 'Unsure',
    },
  },
  Q15: {
    short: 'For a qualification',
    text: 'Is it done for a qualification?',
    defines: 'HRA rules for students',
    answers: {
      no: 'No',
      undergraduate: 'Undergraduate',
      masters: 'Master’s',
      doctoral: 'Doctorate',
      unsure: 'Unsure',
    },
  },
  Q16: {
    short: 'Training',
    text: 'Is a model trained or tuned on these data, and will weights or embeddings leave?',
    defines: 'The secure environment’s policy; SATRE',
    answers: {
      no_training: 'Nothing is trained',
      trained_stays: 'Trained, and it stays inside',
      trained_leaves: 'Trained, and it leaves',
      unsure: 'Unsure',
    },
  },
  Q17: {
    short: 'Automated decisions',
    text: 'Are significant decisions about a person taken without meaningful human involvement?',
    defines: 'ICO',
    answers: yesNo,
  },
  Q18: {
    short: 'Medicine, radiation, tissue',
    text: 'Does it involve a medicine under trial, ionising radiation or human tissue?',
    help: 'Choose all that hold.',
    defines: 'MHRA, HRA, Human Tissue Authority',
    answers: {
      none: 'None of these',
      medicine: 'An investigational medicine',
      radiation: 'Ionising radiation',
      tissue: 'Human tissue',
      unsure: 'Unsure',
    },
  },
  Q19: {
    short: 'People from outside UCLH',
    text: 'Does anybody on the team work for somebody other than UCLH?',
    defines: 'The Trust; Research Passport',
    answers: yesNo,
  },
  Q20: {
    short: 'Licensed model',
    text: 'Is the model open-weights, or used under a licence?',
    defines: 'The owner of the model',
    answers: yesNo,
  },
};

/** The answers to a question, in order: the code, what to choose, and what that means where it could be misread. */
export const answersOf = (id: QuestionId): { code: string; label: string; hint: string }[] => {
  const said: Record<string, string | readonly [string, string]> = words[id].answers;
  return questions[id].answers.map((code) => {
    const answer = said[code] ?? code;
    return typeof answer === 'string' ? { code, label: answer, hint: '' } : { code, label: answer[0], hint: answer[1] };
  });
};

/** The words of one answer, for lists. */
export const labelOf = (id: QuestionId, code: string): string =>
  answersOf(id).find((answer) => answer.code === code)?.label ?? code;
