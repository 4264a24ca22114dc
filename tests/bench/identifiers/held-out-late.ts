/**
 * More passages for the held-out half, harder and written when the rules stood: in the words of notes, messages and code that
 * people really paste. They were measured once, and no rule was changed for them afterwards.
 */
import { mark, type Kind, type Template } from './draw.ts';

export const late: Readonly<Partial<Record<Kind, readonly Template[]>>> = {
  'NHS number': [
    (d) => `patients = ["${mark(d.nhs('with spaces'))}"]`,
    (d) => `Please ring back re ${mark(d.nhs('in one piece'))}, bloods are back`,
    (d) => `| 1 | ${mark(d.nhs('with hyphens'))} | bronchiectasis |`,
    (d) => `curl "$URL/Patient/${mark(d.nhs('in one piece'))}"`,
    (d) => `the label said ${mark(d.nhs('with dots'))}; the wristband did not`,
  ],
  'hospital number': [
    (d) => `SELECT note FROM notes WHERE mrn = '${mark(d.record())}'`,
    (d) => `Hosp.No.: ${mark(d.record())}`,
    (d) => `- mrn: ${mark(d.record())}\n  label: 1`,
    (d) => `unit number ${mark(`${d.capital()}${d.digits(6)}`)} (old notes in storage)`,
    (d) => `please merge MRNs ${mark(d.record())} and the duplicate`,
    (d) => `accession no ${mark(`${d.digits(8)}`)}: chest film, no collapse`,
    (d) => `encounter id ${mark(d.digits(9))} has no discharge note`,
  ],
  'date of birth': [
    (d) => `He was born ${mark(d.date('words', 'ordinal'))} and has never smoked.`,
    (d) => `D.o.B. ${mark(d.date('dots', 'slashes', 'brief'))} Sex M`,
    (d) => `birth_date="${mark(d.date('iso'))}"`,
    (d) => `DOB:${mark(d.date('slashes', 'short'))} Allergies: nil`,
    (d) => `name/DOB checked: ${d.family()}, ${mark(d.date('slashes'))}`,
  ],
  'age over 89': [
    (d) => `Delightful ${mark(`${d.oldAge()} yr old`)} gentleman, still gardening.`,
    (d) => `Pt ${mark(`${d.oldAge()}y`)} F, off legs 3/7`,
    (d) => `The prompt begins "You see a ${mark(`${d.oldAge()}-year-old`)} man with chest pain".`,
    (d) => `At ${mark(String(d.oldAge()))} she is the oldest on the ward.`,
    (d) => `{"age": ${mark(String(d.oldAge()))}, "sex": "F", "text": "..."}`,
  ],
  'address': [
    (d) => {
      const { number, street, town, postcode } = d.place();
      return `Ambulance from ${mark(`${number} ${street}, ${town}, ${postcode}`)} at 03:12.`;
    },
    (d) => {
      const { number, street, postcode } = d.place();
      return `addr: ${mark(`${number} ${street} ${postcode}`)}`;
    },
    (d) => {
      const { number, street, town, postcode } = d.place();
      return `| Address | ${mark(`${number} ${street}, ${town} ${postcode}`)} |`;
    },
  ],
  'phone number': [
    (d) => `cb ${mark(d.mobile())} pls`,
    (d) => `"phone_number": "${mark(d.mobile())}"`,
    (d) => `son ${d.given()} ${mark(d.mobile())}, lives nearby`,
  ],
  'e-mail address': [
    (d) => `reply-to ${mark(`${d.family().toLowerCase()}.${d.given().toLowerCase()}@talktalk.net`)}`,
    (d) => `cc'd the wife at ${mark(`${d.given().toLowerCase()}@${d.family().toLowerCase()}-family.co.uk`)}`,
  ],
  'patient name': [
    (d) => `WR: ${mark(`Mrs ${d.family()}`)} comfortable, eating, home tomorrow`,
    (d) => `The gold standard says that ${mark(`Mr ${d.family()}`)} had no fever.`,
    (d) => `${mark(`${d.given()} ${d.family()}`)} (DOB 03/02/1955) - AKI on CKD`,
    (d) => `Bed 7: ${mark(`${d.family().toUpperCase()}, ${d.given()}`)}, 71M, CAP`,
    (d) => `assistant: ${mark(`Ms ${d.given()} ${d.family()}`)} presented with jaundice and was scanned`,
    (d) => `pt ${mark(`${d.given()} ${d.family()}`)} dnr signed`,
    (d) => `"patient": {"name": "${mark(`${d.given()} ${d.family()}`)}", "dob": "1955-02-03"}`,
    (d) => `We discussed ${mark(`Mr ${d.given()} ${d.family()}`)} at the lung MDT; he is for palliative care.`,
    (d) => `${mark(`Miss ${d.family()}`)} self-discharged against advice`,
    (d) => `Re ${mark(`${d.given()} ${d.family()}`)}: please chase the histology`,
    (d) => `deceased: ${mark(`${d.given()} ${d.family()}`)}, cause of death 1a pneumonia`,
    (d) => `my mother ${mark(`${d.given()} ${d.family()}`)} was on your ward with a broken hip`,
  ],
  'clinical letter': [
    (d) =>
      `University College Hospital\n\n${mark('Dear Doctor')}\n\n${d.given().toUpperCase()} ${d.family().toUpperCase()}\nNHS number ending 1234\n\nDiagnosis: COPD\n\nThis patient was seen by the team. We changed the inhaler.\n\nWith best wishes\n\nYours sincerely`,
  ],
  'secret': [
    (d) => `api_token: "${mark(d.hex(40))}"`,
    (d) => `login reporting / password ${mark(`${d.letters(6)}9!${d.letters(5)}`)}`,
    (d) => `client = OpenAI(api_key="${mark(`sk-${d.letters(48)}`)}")`,
  ],
};
