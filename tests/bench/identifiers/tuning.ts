/** The half of the corpus that the rules may be tuned on: every failure here may be read. */
import { mark, NHS_GROUPINGS, type Draw, type Half } from './draw.ts';

const nino = (d: Draw): string => `${d.pick(['AA', 'KL', 'NB', 'RS', 'ZX', 'MW'])}${d.digits(6)}${d.pick(['A', 'B', 'C', 'D'])}`;

/** Something that looks like an NHS number in every way but its last digit. */
const almost = (d: Draw): string => {
  const right = d.nhs('in one piece');
  return right.slice(0, 9) + String((Number(right[9]) + 1 + d.upTo(8)) % 10);
};

export const tuning: Half = {
  stock: {
    given: 'John Margaret Mohammed Priya Susan Olu Ewa Gareth Fiona Ahmed Chidi Patricia Anthony Mei Liam Zofia'.split(' '),
    family: "Smith Patel O'Brien Nwosu-Clarke Kowalski Begum McDonald Jones Taylor Nguyen Ali Evans Fernandes Ogunleye".split(
      ' ',
    ),
    streets: ['Acacia Avenue', 'High Street', 'Tottenham Lane', 'Beech Grove', 'Kingsway', 'Victoria Terrace', 'Green Lanes'],
    towns: [
      ['London', 'N1'],
      ['Croydon', 'CR0'],
      ['Manchester', 'M14'],
      ['London', 'EC2A'],
      ['Cardiff', 'CF10'],
    ],
  },
  identifying: {
    'NHS number': [
      ...Object.keys(NHS_GROUPINGS).map((grouping) => (d: Draw) => `The note of ${mark(d.nhs(grouping))} was left out.`),
      (d) => `NHS no: ${mark(d.nhs())}`,
      (d) => `NHS Number ${mark(d.nhs('with spaces'))} DOB 01/02/1950`,
      (d) => `nhsno${mark(d.nhs('in one piece'))}`,
      (d) => `![A plot](scan_${mark(d.nhs('in one piece'))}_final.png)`,
      (d) => `**NHS number:** ${mark(d.nhs())}`,
      (d) => `nhs_number: ${mark(d.nhs('in one piece'))}`,
      (d) => `<patient nhsNumber="${mark(d.nhs('in one piece'))}"/>`,
      (d) => `https://records.example.org/open?nhs=${mark(d.nhs('with spaces').replaceAll(' ', '%20'))}`,
      (d) => `name,nhs,dob\nA,${mark(d.nhs('in one piece'))},1950-01-02`,
      (d) => `(${mark(d.nhs())})`,
      (d) =>
        `He is ${mark(`${d.nhs('in one piece').slice(0, 2)}**${d.nhs('in one piece').slice(2, 3)}**`)}`.replace(
          /⟦.*⟧/,
          mark(bold(d)),
        ),
      (d) => `id=${mark(d.nhs('with hyphens'))};ward=T9`,
    ],
    'hospital number': [
      (d) => `MRN: ${mark(d.record())}`,
      (d) => `mrn=${mark(d.record())}`,
      (d) => `Hospital number: ${mark(d.record())}`,
      (d) => `hosp no ${mark(d.record())}`,
      (d) => `Hosp. No. ${mark(`H${d.record()}`)}`,
      (d) => `case number ${mark(`${d.between(10, 24)}/${d.digits(6)}`)}`,
      (d) => `"mrn": "${mark(d.record())}"`,
      (d) => `patient number is ${mark(d.record())}`,
      (d) => `his unit number was ${mark(`A${d.digits(6)}`)}`,
      (d) => `CSN ${mark(d.digits(9))}`,
      (d) => `accession no. ${mark(`GL${d.digits(8)}`)}`,
      (d) => `file mrn_${mark(d.record())}.txt`,
      (d) => `${mark(d.record())} (MRN) was excluded`,
      (d) => `| Hospital number | Result |\n|---|---|\n| ${mark(d.record())} | wrong |`,
      (d) => `NHS number ${mark(almost(d))} (typed from memory)`,
      (d) => `${mark(`PID|1||${d.record()}^^^UCLH^MRN||${d.family().toUpperCase()}^${d.given().toUpperCase()}||19510304|M`)}`,
    ],
    'date of birth': [
      (d) => `DOB: ${mark(d.date())}`,
      (d) => `dob ${mark(d.date())}`,
      (d) => `D.O.B ${mark(d.date())}`,
      (d) => `Date of birth ${mark(d.date())}`,
      (d) => `She was born on ${mark(d.date())} in Leeds.`,
      (d) => `(born ${mark(d.date('words', 'slashes', 'ordinal'))})`,
      (d) => `${mark(d.date('slashes', 'words'))} (DOB)`,
      (d) => `date_of_birth: ${mark(d.date('iso'))}`,
      (d) => `"dateOfBirth":"${mark(d.date('iso'))}"`,
      (d) => `id,dob,sex\n4,${mark(d.date('slashes', 'iso', 'hyphens'))},F`,
    ],
    'age over 89': [
      (d) => `A ${mark(`${d.oldAge()}-year-old`)} man fell at home.`,
      (d) => `${mark(`${d.oldAge()} year old`)} lady with a hip fracture`,
      (d) => `${mark(`${d.oldAge()}F`)} admitted with a fall`,
      (d) => `She is ${mark(`${d.oldAge()} years old`)} and independent.`,
      (d) => `aged ${mark(String(d.oldAge()))}, lives alone`,
      (d) => `age: ${mark(String(d.oldAge()))}`,
      (d) => `${mark(`${d.oldAge()}yo`)} female, dementia`,
      () => `a ${mark('ninety-three-year-old')} former nurse`,
      (d) => `Mrs B, ${mark(String(d.oldAge()))}, was seen`.replace('Mrs B', `patient ${d.given()}`),
    ],
    'address': [
      (d) => {
        const { number, street, town, postcode } = d.place();
        return `${mark(`${number} ${street}, ${town}, ${postcode}`)}`;
      },
      (d) => {
        const { number, street, town, postcode } = d.place();
        return `Home address: ${mark(`${number} ${street}, ${town} ${postcode}`)}.`;
      },
      (d) => {
        const { number, street, town, postcode } = d.place();
        return `Mr Smith\n${mark(`${number} ${street}\n${town}\n${postcode}`)}`;
      },
      (d) => {
        const { number, street } = d.place();
        return `She lives at ${mark(`${number} ${street}`)} with her son.`;
      },
      (d) => `patient postcode: ${mark(d.place().postcode)}`,
    ],
    'phone number': [
      (d) => `Call her on ${mark(d.mobile())}.`,
      (d) => `phone: ${mark(d.landline())}`,
      (d) => `tel ${mark(d.mobile())}`,
      (d) => `His wife's number is ${mark(d.mobile())}`,
      (d) => `(${mark(d.landline())})`,
      (d) =>
        `+44 (0)20 ${mark('8' + d.digits(3) + ' ' + d.between(1000, 9000))}`.replace(
          /^(.*)⟦(.*)⟧$/,
          (_whole, a: string, b: string) => mark(a + b),
        ),
    ],
    'e-mail address': [
      (d) =>
        `Write to ${mark(
          `${d.given().toLowerCase()}.${d
            .family()
            .toLowerCase()
            .replace(/[^a-z]/g, '')}@nhs.net`,
        )}.`,
      (d) => `email: ${mark(`${d.given().toLowerCase()}${d.digits(2)}@gmail.com`)}`,
      (d) =>
        `<${mark(
          `${d.initial().toLowerCase()}${d
            .family()
            .toLowerCase()
            .replace(/[^a-z]/g, '')}@hotmail.com`,
        )}>`,
      (d) =>
        `${mark(
          `${d.given().toLowerCase()} dot ${d
            .family()
            .toLowerCase()
            .replace(/[^a-z]/g, '')} at gmail dot com`,
        )}`,
      (d) => `${mark(`${d.given().toLowerCase()}[at]outlook.com`)}`,
    ],
    'patient name': [
      (d) => `${mark(`Mr ${d.family()}`)} was admitted on Monday.`,
      (d) => `${mark(`Mrs ${d.initial()}. ${d.family()}`)}, 67F, came in with a cough.`,
      (d) => `patient ${mark(`${d.given()} ${d.family()}`)}`,
      (d) => `pt: ${mark(`${d.family().toUpperCase()}, ${d.given()}`)}`,
      (d) => `${mark(`${d.family().toUpperCase()}, ${d.given()}`)} (DOB 02/03/1961)`,
      (d) => `Patient: ${mark(`${d.given()} ${d.family()}`)}`,
      (d) => `mr ${d.family().toLowerCase()} was seen in clinic`.replace(/^mr \S+/, (name) => mark(name)),
      (d) => `${mark(`${d.given()} ${d.family()}`)} was admitted with pneumonia.`,
      (d) => `Today we discharged ${mark(`Ms ${d.given()} ${d.family()}`)} on insulin.`,
      (d) => `His wife ${mark(d.given())} says that he takes warfarin.`,
      (d) => `Name: ${mark(`${d.given()} ${d.family()}`)}\nDOB: 12/11/1958`,
      (d) => `Patient,Ward\n${mark(`${d.given()} ${d.family()}`)},T8`,
    ],
    'National Insurance number': [
      (d) => `NI number: ${mark(nino(d))}`,
      (d) => `${mark(nino(d).replace(/^(..)(..)(..)(..)(.)$/, '$1 $2 $3 $4 $5'))}`,
      (d) => `National Insurance ${mark(nino(d).toLowerCase())}`,
    ],
    'passport number': [
      (d) => `passport no ${mark(d.digits(9))}`,
      (d) => `Passport: ${mark(d.digits(9))}`,
      (d) => `his passport is ${mark(`${d.capital()}${d.digits(8)}`)}`,
    ],
    'clinical letter': [
      (d) =>
        `${mark(`Dear Dr ${d.family()}`)}\n\nRe: ${d.given()} ${d.family()} DOB: 01/02/1948\n\nI saw this lady in clinic.\n\nYours sincerely`,
      (d) =>
        `${mark('Dear Colleague')},\n\nThank you for referring this man.\n\nDiagnosis: angina\n\nKind regards,\n${d.given()}`,
    ],
    'secret': [
      (d) => `token: ${mark(`ghp_${d.letters(36)}`)}`,
      (d) => `password = "${mark(`${d.letters(5)}7!x${d.letters(6)}`)}"`,
      (d) =>
        `HF_TOKEN=${mark(
          `hf_${'abcdefghijklmnopqrstuvwxyzABCDEFGH'
            .split('')
            .toSorted(() => d.upTo(3) - 1)
            .join('')}`,
        )}`,
      (d) => `api_key: ${mark(d.hex(32))}`,
      () => `${mark('-----BEGIN OPENSSH PRIVATE KEY-----')}\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ`,
      (d) => `https://user:${mark(d.letters(16))}@git.example.org/x.git`,
    ],
  },
  honest: [
    (d) => `The study drew ${d.digits(3)} notes; ${d.digits(4)} were left. Batch sizes were 128, 256, 512 and 1024.`,
    (d) =>
      `BP 135/82, pulse ${d.between(60, 99)}, temperature 37.${d.between(0, 9)}, sodium 13${d.between(0, 9)}, creatinine ${d.between(50, 120)}.`,
    () =>
      `Patients were admitted, discharged or died. A patient was seen by Dr Jones, and Mr Patel, consultant surgeon, operated.`,
    (d) =>
      `doi:10.1038/s${d.digits(5)}-023-0${d.digits(4)}-x, https://doi.org/10.1016/S2589-7500(${d.between(20, 25)})${d.digits(5)}-${d.between(1, 9)}`,
    (d) => `https://arxiv.org/abs/2${d.between(1, 6)}0${d.between(1, 9)}.${d.digits(5)} and PMID ${d.digits(8)}`,
    (d) =>
      `ORCID https://orcid.org/0000-0002-${d.digits(4)}-${d.digits(4)}; ISBN 0-19-${d.digits(6)}-${d.digits(1)}; ISBN 978 0 19 ${d.digits(6)} 1`,
    (d) => `Commit ${d.hex(40)}; \`sha256-${d.letters(43)}=\``,
    (d) =>
      `NCT0${d.digits(7)}, ISRCTN${d.digits(8)}, IRAS ID ${d.digits(6)}, REC 2${d.digits(1)}/LO/0${d.digits(3)}, CAG 2${d.digits(1)}/CAG/0${d.digits(3)}`,
    () =>
      `Adults aged 65-89; those older than 90; patients aged 90 or over; the over-95s; a 110M-parameter encoder and a 93M model.`,
    () => `MedGemma 27B, medgemma-4b-it, Llama 3.3 70B, Qwen2.5-72B, gpt-4o-2024-08-06, context of 131072 tokens.`,
    () => `UCLH, 250 Euston Road, London NW1 2PG. The Institute is at 222 Euston Road, London NW1 2DA.`,
    () =>
      `Great Ormond Street Hospital, Great Ormond Street, London WC1N 3JH; Health Research Authority, 2 Redman Place, Stratford, London E20 1JQ.`,
    () => `Ms Green leads public involvement. Mr Justice Hayden gave judgment. Mrs Taylor, the lay chair, presented the report.`,
    () => `MR imaging and MR Angiography were read by two radiologists. Miss nothing: read every note.`,
    () => `Patient Safety Incident Response Framework; Patient Reported Outcome Measures; Patient and Public Involvement.`,
    () => `We searched for "NHS number", "MRN", "DOB", "date of birth (YYYY-MM-DD)" and "hospital number" in the notes.`,
    (d) => `\`\`\`json\n{ "temperature": 0.7, "seed": 4${d.digits(4)}, "max_tokens": 4096, "created": 17${d.digits(8)} }\n\`\`\``,
    () => `Name the consultant and the ward. Write the date as 2026-11-25. Reviewed on 3 March 2026.`,
    () => `The Trust was founded in 1994; the Society was born on 12 May 1920.`,
    (d) =>
      `v${d.between(1, 20)}.${d.between(0, 20)}.${d.between(0, 20)}, build 20${d.between(20, 26)}0${d.between(1, 9)}1${d.between(0, 9)}.${d.between(1, 9)}, 10.0.0.${d.between(1, 200)}, 192.168.1.${d.between(1, 200)}`,
    () =>
      `Mr A, a man in his sixties, was admitted; he is invented. Mrs B and Patient X are invented too. John Doe is a stand-in.`,
    () => `uclh.safehr@nhs.net, contact@example.org, git@github.com:org/repo.git, @astrojs/mdx@8.0.2, icon@2x.png`,
    () => `Use 07700 900123 or 020 7946 0321 in an example. Call 0300 330 9400 or 0800 123 456 for help; press 1 or 2.`,
    () => `Each letter has a salutation ("Dear Dr [NAME]"), "Re: [PATIENT], DOB: [DATE]" and "Yours sincerely".`,
    () => `Dear Dr [NAME],\n\nRe: [PATIENT NAME], DOB: [DATE]\n\n[BODY]\n\nYours sincerely,\n[SIGNATURE]`,
    (d) =>
      `| Metric | A | B |\n| --- | --- | --- |\n| Tokens | ${d.digits(3)} ${d.digits(3)} | 1${d.digits(3)} |\n| Age (years) | 71 | 93 |`,
    (d) =>
      `Grant ${d.pick(['MR/S004149/1', 'NIHR203312', 'EP/X031276/1', 'RES-19-1234', '221774/Z/20/Z'])}; company number 0${d.digits(7)}.`,
    (d) => `MIMIC-III patient ID 10${d.digits(3)} and hadm_id 1${d.digits(5)} are in the public demo of MIMIC.`,
    () => `password: your password here; HF_TOKEN=<token>; api_key: \${{ secrets.API_KEY }}; token = os.environ["HF_TOKEN"]`,
    (d) =>
      `p < 0.${d.digits(3)}, OR 1.${d.digits(2)} (0.${d.digits(2)}-2.${d.digits(2)}), n = ${d.digits(5)}, 1,${d.digits(3)},${d.digits(3)} records, 0.${d.digits(10)}`,
  ],
};

function bold(d: Draw): string {
  const all = d.nhs('in one piece');
  return `${all.slice(0, 2)}**${all.slice(2, 3)}**${all.slice(3)}`;
}
