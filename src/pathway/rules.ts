/**
 * The rules of the pathway, from the decision table, 13.1 and 13.2. The pathway signposts and never clears a study: a row applies,
 * may apply, or is not triggered by the answers given.
 */
import { all, always, any, is, never, not, only, row, value, type Derived, type Rule } from './conditions.ts';

/** Derived values: the first case that holds. */
export const derived = {
  RESEARCH: {
    cases: [
      ['yes', any(is('Q1a', 'yes'), is('Q1b', 'yes'), is('Q1c', 'yes'))],
      ['no', all(is('Q1a', 'no'), is('Q1b', 'no'), is('Q1c', 'no'))],
    ],
    otherwise: 'unsure',
  },
  /** Information about patients, or made from it, is in play. */
  PATIENT: {
    cases: [
      ['yes', is('Q2', 'uclh_records', 'other_nhs_records', 'new_from_participants', 'synthetic_from_real')],
      ['unsure', is('Q2', 'unsure')],
    ],
    otherwise: 'no',
  },
  /** Confidential patient information is in play. */
  CPI: {
    cases: [
      [
        'yes',
        all(value('PATIENT', 'yes'), any(is('Q3', 'identifiable', 'pseudo_key'), is('Q4', 'trust_not_care_team', 'other_org'))),
      ],
      [
        'unsure',
        any(
          value('PATIENT', 'unsure'),
          all(value('PATIENT', 'yes'), any(is('Q3', 'pseudo_nokey', 'redacted_freetext', 'unsure'), is('Q4', 'unsure'))),
        ),
      ],
    ],
    otherwise: 'no',
  },
  PEOPLE: {
    cases: [['yes', is('Q13', 'patients', 'carers', 'staff', 'lacks_capacity', 'children', 'prisoners')]],
    otherwise: 'no',
  },
  /** Personal data are processed. */
  PERSONAL: {
    cases: [
      ['yes', any(value('CPI', 'yes'), is('Q2', 'new_from_participants'), value('PEOPLE', 'yes'))],
      ['unsure', any(value('CPI', 'unsure'), is('Q13', 'unsure'))],
    ],
    otherwise: 'no',
  },
  /** Outputs reach care. */
  CARE: {
    cases: [
      ['yes', is('Q7', 'clinician_sees', 'record_write', 'patient_sees', 'autonomous')],
      ['silent', is('Q7', 'silent')],
      ['unsure', is('Q7', 'unsure')],
    ],
    otherwise: 'no',
  },
  /** The software is a medical device. Re-wording stays unsure: the written rationale has to exist. */
  DEVICE: {
    cases: [
      ['yes', any(is('Q8', 'medical'), is('Q9', 'marked_same_purpose', 'marked_other_or_modified'))],
      ['unsure', any(is('Q8', 'restate', 'unsure'), is('Q9', 'unsure'), all(is('Q9', 'unmarked'), is('Q8', 'admin')))],
    ],
    otherwise: 'no',
  },
  /** The data go to a model outside the Trust and its secure environment. */
  OUT: {
    cases: [['yes', is('Q11', 'trust_contracted_cloud_uk_eea', 'other_cloud_api', 'non_uk_eea')]],
    otherwise: 'no',
  },
  /** Confirmed anonymous, one trust, nobody taking part. */
  ANON1: {
    cases: [
      [
        'yes',
        all(
          is('Q3', 'anonymous_confirmed'),
          is('Q14', 'uclh_only'),
          only('Q13', 'none'),
          not(is('Q2', 'new_from_participants', 'other_nhs_records')),
        ),
      ],
    ],
    otherwise: 'no',
  },
} as const satisfies Record<string, Derived>;

const research = value('RESEARCH', 'yes');
const notResearch = value('RESEARCH', 'no');
const researchPerhaps = value('RESEARCH', 'yes', 'unsure');
const patient = value('PATIENT', 'yes');
const patientPerhaps = value('PATIENT', 'yes', 'unsure');
const people = value('PEOPLE', 'yes');
const personal = value('PERSONAL', 'yes');
const out = value('OUT', 'yes');
const care = value('CARE', 'yes');
const careOrSilent = value('CARE', 'yes', 'silent');
const carePerhaps = value('CARE', 'yes', 'silent', 'unsure');
const device = value('DEVICE', 'yes');
const devicePerhaps = value('DEVICE', 'yes', 'unsure');
const anonymous = is('Q3', 'anonymous_confirmed');
const aModel = not(is('Q11', 'no_model'));
const partner = is('Q12', 'nhs_or_university', 'commercial');

/** No section 251 support is called for where nobody's confidence is breached. */
const noBreach = any(is('Q5', 'explicit'), value('PATIENT', 'no'), all(is('Q4', 'care_team'), anonymous));

/** In an order in which every row comes after those that it cites. */
export const rules = {
  R1: { applies: always, may: never },
  R2: { applies: always, may: never },
  R3: { applies: research, may: value('RESEARCH', 'unsure') },
  R4: {
    applies: all(
      research,
      any(is('Q2', 'uclh_records', 'other_nhs_records', 'new_from_participants'), people),
      not(is('Q14', 'outside_england')),
      value('ANON1', 'no'),
    ),
    may: any(
      all(
        research,
        any(
          value('ANON1', 'yes'),
          is('Q2', 'synthetic_from_real'),
          all(is('Q14', 'outside_england'), any(patientPerhaps, people)),
        ),
      ),
      all(value('RESEARCH', 'unsure'), any(patientPerhaps, people)),
    ),
  },
  R5: { applies: row('R4', 'applies'), may: row('R4', 'may') },
  R17: {
    applies: all(
      device,
      research,
      is('Q9', 'unmarked', 'marked_other_or_modified'),
      is('Q10', 'company', 'uclh_maybe_shared'),
      care,
      is('Q6', 'prospective_noncontact', 'prospective_participants'),
    ),
    may: all(devicePerhaps, researchPerhaps, any(carePerhaps, not(is('Q6', 'retrospective')))),
    no: any(all(is('Q6', 'retrospective'), is('Q7', 'offline')), is('Q9', 'marked_same_purpose'), value('DEVICE', 'no')),
  },
  R6: {
    applies: all(
      research,
      any(
        is('Q13', 'patients', 'carers', 'lacks_capacity', 'children', 'prisoners'),
        all(patient, is('Q3', 'identifiable', 'pseudo_key')),
        all(is('Q2', 'new_from_participants'), not(only('Q13', 'staff'))),
        is('Q18', 'medicine'),
        row('R17', 'applies'),
      ),
    ),
    may: any(
      value('RESEARCH', 'unsure'),
      all(
        research,
        any(
          is('Q3', 'pseudo_nokey', 'redacted_freetext', 'unsure'),
          is('Q4', 'trust_not_care_team', 'other_org', 'unsure'),
          is('Q18', 'radiation', 'tissue', 'unsure'),
          is('Q13', 'staff', 'unsure'),
          devicePerhaps,
        ),
      ),
    ),
  },
  R7: {
    applies: never,
    may: all(
      row('R6', 'applies', 'may'),
      not(is('Q6', 'prospective_participants')),
      not(is('Q13', 'lacks_capacity', 'prisoners', 'children')),
      is('Q18', 'none'),
    ),
  },
  R8: {
    applies: never,
    may: any(
      all(research, row('R6', 'may', 'no')),
      is('Q13', 'staff'),
      is('Q2', 'public_dua', 'public_open', 'synthetic_from_real'),
    ),
  },
  R9: {
    applies: all(
      value('CPI', 'yes'),
      is('Q4', 'trust_not_care_team', 'other_org'),
      is('Q5', 'none'),
      is('Q3', 'identifiable', 'pseudo_key'),
    ),
    may: patient,
    no: noBreach,
  },
  R10: {
    applies: row('R9', 'applies'),
    may: any(row('R9', 'may'), all(value('CPI', 'yes', 'unsure'), is('Q5', 'none', 'mixed', 'unsure'))),
    no: noBreach,
  },
  R11: { applies: value('CPI', 'yes'), may: any(value('CPI', 'unsure'), patient) },
  R12: {
    applies: personal,
    may: any(value('PERSONAL', 'unsure'), all(patient, anonymous), is('Q2', 'public_dua', 'synthetic_from_real')),
  },
  R13: { applies: all(personal, any(aModel, patient)), may: any(value('PERSONAL', 'yes', 'unsure'), patient, carePerhaps) },
  R14: { applies: personal, may: any(value('PERSONAL', 'unsure'), patient) },
  R15: {
    applies: all(patient, is('Q3', 'pseudo_nokey', 'redacted_freetext', 'anonymous_confirmed')),
    may: patientPerhaps,
  },
  R16: {
    applies: any(device, careOrSilent),
    may: any(value('DEVICE', 'unsure'), all(research, not(is('Q8', 'none')))),
  },
  R18: {
    applies: all(
      device,
      care,
      notResearch,
      is('Q9', 'unmarked', 'marked_other_or_modified'),
      is('Q10', 'company', 'uclh_maybe_shared', 'university_made'),
    ),
    may: all(devicePerhaps, carePerhaps),
  },
  R19: {
    applies: all(device, care, is('Q10', 'uclh_own_use'), is('Q12', 'none'), is('Q14', 'uclh_only')),
    may: all(devicePerhaps, carePerhaps, is('Q10', 'uclh_own_use', 'university_made', 'unsure')),
  },
  R20: {
    applies: all(care, is('Q10', 'company', 'uclh_own_use', 'uclh_maybe_shared', 'university_made')),
    may: carePerhaps,
  },
  R21: { applies: all(care, not(is('Q14', 'outside_england'))), may: carePerhaps },
  R22: { applies: all(care, any(is('Q10', 'company'), is('Q12', 'commercial'))), may: carePerhaps },
  R23: { applies: all(patient, not(anonymous), any(is('Q4', 'other_org'), partner, out)), may: patientPerhaps },
  R24: {
    applies: never,
    may: all(is('Q7', 'clinician_sees', 'record_write'), is('Q8', 'restate', 'admin', 'unsure')),
  },
  R25: { applies: never, may: any(carePerhaps, is('Q12', 'commercial')) },
  R26: {
    applies: all(patient, not(anonymous), any(is('Q4', 'other_org'), out, partner)),
    may: all(
      patientPerhaps,
      any(is('Q4', 'other_org', 'unsure'), not(is('Q12', 'none')), out, is('Q11', 'unsure'), is('Q19', 'yes')),
    ),
  },
  R27: {
    applies: all(patient, is('Q11', 'non_uk_eea'), not(anonymous)),
    may: all(patientPerhaps, any(is('Q11', 'other_cloud_api', 'non_uk_eea', 'unsure'), is('Q14', 'outside_england'))),
  },
  R28: {
    applies: all(any(patient, is('Q2', 'public_dua')), is('Q11', 'other_cloud_api', 'non_uk_eea')),
    may: any(
      all(patientPerhaps, is('Q11', 'other_cloud_api', 'non_uk_eea', 'unsure')),
      all(is('Q2', 'public_dua'), is('Q11', 'trust_contracted_cloud_uk_eea', 'unsure')),
    ),
  },
  R29: { applies: all(patient, is('Q11', 'inside_trust_or_tre'), is('Q7', 'offline'), research), may: patientPerhaps },
  R30: {
    applies: all(patient, is('Q16', 'trained_leaves')),
    may: all(any(patientPerhaps, is('Q2', 'public_dua')), not(is('Q16', 'no_training'))),
  },
  R31: { applies: is('Q2', 'public_dua'), may: is('Q2', 'other_nhs_records', 'unsure') },
  R32: { applies: is('Q20', 'yes'), may: aModel },
  R33: { applies: all(aModel, any(patient, careOrSilent)), may: aModel },
  R34: { applies: all(is('Q17', 'yes'), carePerhaps), may: any(is('Q17', 'yes', 'unsure'), is('Q7', 'autonomous')) },
  R35: { applies: all(research, people), may: any(people, is('Q5', 'mixed')) },
  R36: { applies: all(research, is('Q13', 'lacks_capacity')), may: never },
  R37: { applies: all(research, is('Q18', 'medicine')), may: is('Q18', 'medicine', 'unsure') },
  R38: { applies: any(research, patient), may: always },
  R39: { applies: all(is('Q19', 'yes'), any(patient, is('Q13', 'patients'))), may: is('Q19', 'yes') },
  R40: { applies: all(researchPerhaps, is('Q15', 'undergraduate', 'masters', 'doctoral')), may: never },
  R41: { applies: any(is('Q12', 'commercial'), is('Q10', 'company')), may: is('Q10', 'uclh_maybe_shared') },
  R42: { applies: any(research, row('R9', 'applies')), may: always },
  R43: {
    applies: all(research, any(is('Q1a', 'yes'), row('R37', 'applies'), row('R17', 'applies'))),
    may: researchPerhaps,
  },
  // Q1d is put only where all three questions before it are "no", and there the row may apply already; elsewhere it is not read.
  R44: {
    applies: all(notResearch, is('Q1d', 'service_evaluation', 'audit')),
    may: value('RESEARCH', 'no', 'unsure'),
    unlifted: 'Q1d',
  },
  R45: { applies: never, may: care },
} as const satisfies Record<string, Rule>;

export type { Rule };

export type RowId = keyof typeof rules;
