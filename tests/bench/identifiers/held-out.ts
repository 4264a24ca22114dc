/**
 * The half of the corpus that the rules were never tuned on. It was written before the rules: whoever changes a rule
 * looks at the failures of the tuning half only, and here at the totals.
 */
import { mark, type Half } from './draw.ts';

export const heldOut: Half = {
  stock: {
    given:
      'Harold Doreen Imran Precious Sunita Declan Agnieszka Marjorie Kwame Siobhan Rajesh Edna Tariq Bronwen Stanley Yasmin'.split(
        ' ',
      ),
    family:
      'Whitcombe Okonkwo Ramanathan Fairclough Petrescu Hussain Gallagher Thornley Adebayo Lindqvist Pritchard Chowdhury'.split(
        ' ',
      ),
    streets: [
      'Larkspur Way',
      'Mill Lane',
      'Station Road',
      'St Mark’s Crescent',
      'The Paddocks',
      'Orchard Close',
      'Upper Church Street',
    ],
    towns: [
      ['Watford', 'WD17'],
      ['Bristol', 'BS6'],
      ['London', 'N7'],
      ['Leicester', 'LE2'],
      ['London', 'SW11'],
      ['Norwich', 'NR1'],
    ],
  },
  identifying: {
    'NHS number': [
      (d) => `The summary that the model got wrong was for NHS ${mark(d.nhs())}, a man with COPD.`,
      (d) => `- ${mark(d.nhs())} – left lower lobe pneumonia, home with antibiotics`,
      (d) => `Example row:\n\n\`\`\`json\n{ "nhs_number": "${mark(d.nhs())}", "note": "Seen in clinic today." }\n\`\`\``,
      (d) => `Please compare with the record (NHS No: ${mark(d.nhs())}) before you score it.`,
      (d) => `| NHS number | Ward |\n| --- | --- |\n| ${mark(d.nhs('with spaces'))} | T8 |`,
      (d) => `## Failure analysis\n\nCase 4 is ${mark(d.nhs())}; the output left out the warfarin.`,
      (d) => `<!-- source: ${mark(d.nhs())} -->\nThe prompt asks for a list of problems.`,
      (d) => `**NHS Number**\n${mark(d.nhs())}\n\n**Consultant**\nto be confirmed`,
      (d) => `We opened note_${mark(d.nhs('in one piece'))}.txt and read it twice.`,
      (d) => `Bed 14, ${mark(d.nhs('with spaces'))}, nil by mouth, for theatre today.`,
    ],
    'hospital number': [
      (d) => `MRN ${mark(d.record())}: reviewed on the post-take round.`,
      (d) => `The accession number was ${mark(`RRV${d.digits(7)}`)}, a CT of the chest.`,
      (d) => `Her hospital no. is ${mark(d.record())} in case anybody needs the notes.`,
      (d) => `\`\`\`python\nload_notes(mrn="${mark(d.record())}")\n\`\`\``,
      (d) => `CSN: ${mark(`${d.between(3, 9)}${d.digits(9)}`)}`,
      (d) => `Patient ID ${mark(d.record())} had two admissions.`,
      (d) => `| MRN | Length of stay |\n|---|---|\n| ${mark(d.record())} | 4 days |`,
      (d) => `Screenshot: epic-mrn-${mark(d.record())}.png`,
      (d) => `pt no ${mark(d.record())}, chest clear`,
    ],
    'date of birth': [
      (d) => `DOB ${mark(d.date())}`,
      (d) => `The patient, born on ${mark(d.date('words', 'ordinal', 'slashes'))}, lives alone.`,
      (d) => `Date of birth: ${mark(d.date())}. Sex: female.`,
      (d) => `\`\`\`json\n{"birthDate": "${mark(d.date('iso'))}", "gender": "male"}\n\`\`\``,
      (d) => `D.O.B.: ${mark(d.date('slashes', 'short', 'dots', 'brief'))}, admitted from a nursing home`,
      (d) => `| Initials | DOB |\n| :-- | :-- |\n| HW | ${mark(d.date('slashes', 'iso', 'words'))} |`,
      (d) => `**Date of Birth** ${mark(d.date('words', 'brief', 'hyphens'))}`,
      (d) => `dob=${mark(d.date('iso', 'slashes', 'packed'))}`,
    ],
    'age over 89': [
      (d) => `A ${mark(`${d.oldAge()}-year-old`)} woman was brought in after a fall.`,
      (d) => `The note is about a man aged ${mark(String(d.oldAge()))} with heart failure.`,
      (d) => `${mark(`${d.oldAge()}M`)} with sepsis, known AF, on apixaban.`,
      (d) => `This ${mark(`${d.oldAge()} year old`)} retired teacher presented with confusion.`,
      (d) => `Age: ${mark(String(d.oldAge()))}, sex: F, admitted under geriatrics`,
      (d) => `Our example patient is ${mark(`${d.oldAge()} years old`)} and lives with her daughter.`,
      (d) => `${mark(`${d.oldAge()} yo F`)}, SOB, bibasal creps`,
      (d) => `She turned ${mark(String(d.oldAge()))} on the ward, and was discharged to a care home.`,
    ],
    'address': [
      (d) => {
        const { number, street, town, postcode } = d.place();
        return `He lives at ${mark(`${number} ${street}, ${town} ${postcode}`)}, on the second floor.`;
      },
      (d) => {
        const { number, street, town, postcode } = d.place();
        return `Address:\n${mark(`${number} ${street}\n${town}\n${postcode}`)}`;
      },
      (d) => {
        const { number, street, postcode } = d.place();
        return `Discharged to ${mark(`${number} ${street} ${postcode.toLowerCase()}`)} with a package of care.`;
      },
      (d) => {
        const { number, street, town, postcode } = d.place();
        return `"address": "${mark(`Flat 3, ${number} ${street}, ${town}, ${postcode.replace(' ', '')}`)}"`;
      },
      (d) => {
        const { number, street, town, postcode } = d.place();
        return `Next of kin: daughter, ${mark(`${number}a ${street}, ${town}. ${postcode}`)}`;
      },
    ],
    'phone number': [
      (d) => `Daughter can be reached on ${mark(d.mobile())} after six.`,
      (d) => `Tel: ${mark(d.landline())}`,
      (d) => `Contact number ${mark(d.mobile())} (husband).`,
      (d) => `NOK ${mark(d.mobile())}, aware of the plan`,
      (d) => `mobile: ${mark(d.mobile())}\nemail: to be confirmed`,
      (d) => `Rang the GP on ${mark(d.landline())}, no answer.`,
    ],
    'e-mail address': [
      (d) =>
        `He asked for the letter by e-mail to ${mark(`${d.given()}.${d.family()}${d.between(1, 99)}@gmail.com`.toLowerCase())}.`,
      (d) => `Email: ${mark(`${d.given().toLowerCase()}${d.between(1940, 2001)}@hotmail.co.uk`)}`,
      (d) => `\`\`\`csv\nid,email\n7,${mark(`${d.initial().toLowerCase()}.${d.family().toLowerCase()}@btinternet.com`)}\n\`\`\``,
      (d) => `Her son (<${mark(`${d.given()}_${d.family()}@yahoo.com`)}>) wants a copy.`,
      (d) => `Send it to [me](mailto:${mark(`${d.given().toLowerCase()}.${d.family().toLowerCase()}@doctors.org.uk`)}).`,
    ],
    'patient name': [
      (d) => `${mark(`Mrs ${d.family()}`)} was admitted with chest pain and had a normal troponin.`,
      (d) => `The letter about ${mark(`Mr ${d.given()} ${d.family()}`)} says that he was discharged on ramipril.`,
      (d) => `patient ${mark(`${d.given()} ${d.family()}`)} is allergic to penicillin`,
      (d) => `Pt: ${mark(`${d.family().toUpperCase()}, ${d.given()}`)}`,
      (d) => `Patient name: ${mark(`${d.given()} ${d.family()}`)}`,
      (d) =>
        `I saw ${mark(`Miss ${d.initial()}. ${d.family()}`)} in clinic today with her mother; her asthma is well controlled.`,
      (d) => `${mark(`${d.given()} ${d.family()}`)}, 67F, known COPD, presents with fever.`,
      (d) => `This 54-year-old lady, ${mark(`Ms ${d.family()}`)}, underwent a laparoscopic cholecystectomy.`,
      (d) => `\`\`\`json\n{ "patient_name": "${mark(`${d.given()} ${d.family()}`)}", "ward": "T10" }\n\`\`\``,
      (d) => `${mark(`MR ${d.family().toUpperCase()}`)} DIED ON THE WARD AT 04:10.`,
    ],
    'National Insurance number': [
      (d) => `Her NI number is ${mark(`${pair(d.upTo)}${d.digits(6)}${d.pick(['A', 'B', 'C', 'D'])}`)}.`,
      (d) => `NINO: ${mark(`${pair(d.upTo)} ${d.digits(2)} ${d.digits(2)} ${d.digits(2)} ${d.pick(['A', 'B', 'C', 'D'])}`)}`,
      (d) => `He gave ${mark(`${pair(d.upTo)} ${d.digits(6)} ${d.pick(['A', 'B', 'C', 'D'])}`)} at the desk.`,
      (d) => `national_insurance = "${mark(`${pair(d.upTo).toLowerCase()}${d.digits(6)}${d.pick(['a', 'b', 'c', 'd'])}`)}"`,
    ],
    'passport number': [
      (d) => `Passport number ${mark(d.digits(9))}, checked on arrival.`,
      (d) => `passport: ${mark(`${d.capital()}${d.digits(8)}`)}`,
      (d) => `The passport (no. ${mark(d.digits(9))}) was photocopied for the overseas team.`,
    ],
    'clinical letter': [
      (d) =>
        `${mark(`Dear Dr ${d.family()}`)},\n\nRe: ${d.given()} ${d.family()}, DOB ${d.date('slashes')}\n\nThank you for referring this pleasant gentleman, whom I saw today.\n\nYours sincerely,\n\nConsultant Cardiologist`,
      (d) =>
        `${mark('Dear Colleague')}\n\nRE ${d.family().toUpperCase()} ${d.given()} ${d.date('dots')}\n\nDiagnosis: type 2 diabetes.\nI reviewed this patient in the clinic. No change of treatment.\n\nKind regards\n\nDiabetes team`,
      (d) =>
        `> ${mark('Dear GP')}\n>\n> re: your patient, date of birth ${d.date('words')}\n>\n> Discharged today after an infective exacerbation. Please check U&Es in a week.\n>\n> Yours faithfully`,
    ],
    'secret': [
      (d) => `\`\`\`sh\nexport HF_TOKEN=${mark(`hf_${lettersOnly(d.upTo, 34)}`)}\n\`\`\``,
      (d) => `Clone with https://oauth2:${mark(`ghp_${d.letters(36)}`)}@github.com/someone/notes.git`,
      (d) => `aws_access_key_id = ${mark(`AKIA${capitals(d.upTo, 16)}`)}`,
      (d) => `OPENAI_API_KEY="${mark(`sk-proj-${d.letters(48)}`)}"`,
      (d) => `Authorization: Bearer ${mark(`eyJ${d.letters(20)}.eyJ${d.letters(60)}.${d.letters(43)}`)}`,
      (d) => `db: postgresql://reporting:${mark(`${d.letters(14)}`)}@caboodle.internal:5432/emap`,
      (d) => `${mark('-----BEGIN RSA PRIVATE KEY-----')}\n${d.letters(64)}\n${d.letters(64)}\n-----END RSA PRIVATE KEY-----`,
    ],
  },
  honest: [
    (d) =>
      `We drew ${d.between(100, 900)} notes from ${d.between(2018, 2023)} and split them by patient, ${d.between(60, 80)} to ${d.between(10, 20)} per cent.`,
    (d) => `The model was MedGemma 27B (google/medgemma-27b-text-it), revision ${d.hex(40)}.`,
    (d) =>
      `See doi:10.${d.between(1000, 9999)}/s${d.digits(5)}-0${d.between(20, 25)}-0${d.digits(4)}-${d.between(1, 9)} and arXiv:${d.between(20, 26)}0${d.between(1, 9)}.${d.digits(5)}.`,
    (d) =>
      `IRAS ${d.between(200000, 399999)}, REC reference ${d.between(19, 26)}/LO/0${d.digits(3)}, ClinicalTrials.gov NCT0${d.digits(7)}.`,
    (d) => `Registered as ISRCTN${d.digits(8)}; funded by NIHR${d.between(100000, 299999)} and MRC MR/V0${d.digits(5)}/1.`,
    (d) => `Dr ${d.family()} leads the clinic; Professor ${d.given()} ${d.family()} chairs the steering group.`,
    () => `Mr Justice Cobb's judgment is the one that people quote on confidentiality.`,
    () => `Patients aged 65-89 were included; those aged 90 and over were grouped as "90+".`,
    (d) => `The mean age was ${d.between(70, 80)} years (range 18 to ${d.between(90, 101)}).`,
    (d) => `Context was limited to ${d.between(4, 128)},000 tokens; the longest note had ${d.between(10, 30)},${d.digits(3)}.`,
    () => `Remove the NHS number, the date of birth and the postcode before a note leaves the environment.`,
    () => `The field \`mrn\` holds the hospital number; \`csn\` names one encounter. Both are pseudonymised.`,
    () => `Date of birth is turned into an age band, so that no day or month is left.`,
    (d) => `"integrity": "sha512-${d.letters(84)}w=="`,
    (d) => `ORCID 0000-000${d.between(1, 3)}-${d.digits(4)}-${d.digits(4)}, ISBN 978-0-19-${d.digits(6)}-${d.digits(1)}.`,
    () => `The meet-up is at 222 Euston Road, London NW1 2DA, on the second floor.`,
    () => `University College Hospital, 235 Euston Road, London NW1 2BU.`,
    () => `Write to uclh.randd@nhs.net or to your.name@example.org; questions about devices go to info@mhra.gov.uk.`,
    () => `Call 111 for advice and 999 in an emergency. Our invented example uses 020 7946 0018.`,
    (d) =>
      `Python 3.${d.between(9, 14)}.${d.between(0, 9)}, CUDA 12.${d.between(1, 8)}, vLLM 0.${d.between(5, 12)}.${d.between(0, 9)}, driver 535.${d.between(100, 199)}.0${d.between(1, 9)}.`,
    (d) =>
      `BP ${d.between(100, 160)}/${d.between(60, 90)}, HR ${d.between(55, 99)}, sats 9${d.between(1, 9)}% on air, HbA1c ${d.between(40, 70)}, eGFR >90.`,
    (d) => `In MIMIC-IV the demo has subject_id 1000${d.digits(4)} and hadm_id 2${d.digits(7)}.`,
    (d) =>
      `The test set has ${d.between(90, 110)} notes; ${d.between(90, 99)} % agreement, kappa 0.${d.digits(2)} (95% CI 0.${d.digits(2)} to 0.${d.digits(2)}).`,
    () => `A patient safety officer, the Patient Advice and Liaison Service and two patient representatives took part.`,
    () => `Start the letter with "Dear", say what it is about after "re:", and end with "Yours sincerely".`,
    (d) => `\`\`\`sh\nexport HF_TOKEN=<your token>\npip install vllm==0.${d.between(5, 9)}.0 --hash=sha256:${d.hex(64)}\n\`\`\``,
    () => `Our synthetic patient has NHS number 999 123 4560, from the range that is kept for tests.`,
    (d) =>
      `Llama-3.1-${d.pick(['8B', '70B'])} ran on two A100 80GB cards at ${d.between(20, 90)} tokens a second; a 90M encoder was the baseline.`,
    (d) =>
      `Commit ${d.hex(7)} of ${d.between(2024, 2026)}-0${d.between(1, 9)}-1${d.between(0, 9)} fixed it: https://github.com/org/repo/pull/${d.between(10, 999)}.`,
    () => `The NHS was born on 5 July 1948; the Trust came later.`,
    (d) => `Dates are shifted by up to ${d.between(20, 60)} days. Ms ${d.family()}, our data manager, keeps the key.`,
    (d) =>
      `| Model | Correct | Wrong |\n| --- | --- | --- |\n| A | ${d.between(100, 999)} | ${d.between(10, 99)} |\n| B | ${d.between(100, 999)} | ${d.between(10, 99)} |`,
  ],
};

function pair(upTo: (below: number) => number): string {
  const pairs = ['JK', 'PW', 'SX', 'LR', 'CE', 'HB', 'WM', 'TY'];
  return pairs[upTo(pairs.length)] ?? 'JK';
}

function lettersOnly(upTo: (below: number) => number, count: number): string {
  return Array.from({ length: count }, () => 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'[upTo(52)]).join('');
}

function capitals(upTo: (below: number) => number, count: number): string {
  return Array.from({ length: count }, () => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[upTo(32)]).join('');
}
