/** The patient-identifier guard in plain text: what each rule finds, what it passes, and that it never repeats what it found. */
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  findIdentifiers,
  identifierRules,
  LIMITS_OF_THE_GUARD,
  messageOf,
  placesIn,
  type IdentifierRuleId,
} from '../../src/check/identifiers/index.ts';
import { isNhsNumber, isTestNumber } from '../../src/check/identifiers/numbers.ts';
import { plainOfText } from '../../src/check/identifiers/plain.ts';
import { NHS_GROUPINGS } from '../bench/identifiers/draw.ts';
import { REPETITIONS } from '../bench/identifiers/speed.ts';
import { honest, identifying } from './identifier-cases.ts';

const FOLDER = 'src/check/identifiers';

const rulesIn = (text: string): IdentifierRuleId[] => findIdentifiers(text).map(({ rule }) => rule);

/** A page around a passage, so that nothing is found only because it stands at an end. */
const page = (passage: string): string => `Some words before.\n\n${passage}\n\nMore words after it.\n`;

describe('each rule', () => {
  for (const [rule, passages] of Object.entries(identifying)) {
    test.each(passages)(`${rule}: %j`, (passage) => expect(rulesIn(page(passage))).toContain(rule));
  }

  test('every rule that reads text has passages that turn it red', () => {
    const ofFiles = ['image-place', 'unreadable-file'];
    expect(Object.keys(identifying).toSorted()).toEqual(
      Object.keys(identifierRules)
        .filter((rule) => !ofFiles.includes(rule))
        .toSorted(),
    );
  });
});

describe('honest text', () => {
  test.each(honest)('%j', (passage) => {
    expect(findIdentifiers(page(passage), { known: { names: ['Simon Ellershaw', 'Justin Healy'] } })).toEqual([]);
  });
});

/** Nine digits and their check digit; those that have none, that are kept for tests or that are a known example are left out. */
const nhsNumber = fc
  .integer({ min: 0, max: 999_999_999 })
  .map((nine) => String(nine).padStart(9, '0'))
  .map((nine) => [...'0123456789'].map((digit) => nine + digit).find(isNhsNumber) ?? '')
  .filter((number) => number !== '' && !isTestNumber(number));

describe('NHS numbers', () => {
  test.each(Object.entries(NHS_GROUPINGS))('every valid number is found %s', (_name, group) => {
    fc.assert(
      fc.property(nhsNumber, (number) => {
        const written = group(number.slice(0, 3), number.slice(3, 6), number.slice(6));
        const text = page(`we left out ${written} and went on`);
        const [finding, ...rest] = findIdentifiers(text);
        expect(rest).toEqual([]);
        expect(finding?.rule).toBe('nhs-number');
        expect(text.slice(finding?.start, finding?.end)).toBe(written);
      }),
      { numRuns: 300 },
    );
  });

  test('ten digits with a wrong check digit are none, unless words beside them say so', () => {
    fc.assert(
      fc.property(nhsNumber, fc.integer({ min: 1, max: 9 }), (number, step) => {
        const wrong = number.slice(0, 9) + String((Number(number[9]) + step) % 10);
        expect(rulesIn(page(`we left out ${wrong} and went on`))).not.toContain('nhs-number');
        expect(rulesIn(page(`NHS number: ${wrong}`))).toEqual(isTestNumber(wrong) ? [] : ['record-number']);
      }),
    );
  });

  test.each(['999 123 4560', '9991234560', 'NHS number: 999 000 0018', '943 476 5919', 'NHS number 9876543210'])(
    'a number for tests or from public documentation passes: %s',
    (number) => expect(rulesIn(page(number))).toEqual([]),
  );

  test('among many ten-digit numbers that are mostly invalid, a valid one is chance', () => {
    const list = ['3040100959', '3040101250', '3040101268', '3040102583', '3040100914', '3040101274'];
    expect(isNhsNumber('3040101250')).toBe(true);
    expect(rulesIn(page(list.map((id) => `| ${id} | Volume |`).join('\n')))).toEqual([]);
    expect(rulesIn(page('| 3040101250 | Volume |'))).toEqual(['nhs-number']);
  });
});

describe('who is known', () => {
  const known = { emails: ['Ada.Byron@nhs.net'], phones: ['020 7123 4567'], names: ['Ada Byron'] };
  test.each([
    ['ada.byron@nhs.net', 'email-address'],
    ['+44 20 7123 4567', 'phone-number'],
    ['(020) 7123 4567', 'phone-number'],
    ['Ms Ada Byron was seen in clinic', 'patient-name'],
    ['Ms Byron was seen in clinic', 'patient-name'],
  ])('%s passes for a contact only', (passage, rule) => {
    expect(findIdentifiers(page(passage), { known })).toEqual([]);
    expect(rulesIn(page(passage))).toContain(rule);
  });

  test('somebody with the same family name is not the contact', () => {
    expect(findIdentifiers(page('Mr George Byron was admitted'), { known }).map(({ rule }) => rule)).toEqual(['patient-name']);
  });
});

describe('tables and messages', () => {
  test.each([
    ['| NHS number | Age |\n| --- | --- |\n| 485 777 3457 | 93 |', ['nhs-number', 'age-over-89']],
    ['mrn,dob,postcode\n40291833,01/02/1951,CB7 4AA', ['record-number', 'date-of-birth', 'address']],
    ['Patient;DOB;Phone\nTom Hargreaves;1 Feb 1951;01353 661234', ['patient-name', 'date-of-birth', 'phone-number']],
    ['Hosp no\tDOB\tPlan\n40291833\t1/2/51\thome', ['record-number', 'date-of-birth']],
    ['"name","mrn"\n"Hargreaves, Tom","40291833"', ['patient-name', 'record-number']],
    ['PID|1||40291833^^^UCLH^MRN||HARGREAVES^TOM||19510201|M', ['record-number']],
    ['(0010,0010) PN [HARGREAVES^TOM]', ['record-number']],
  ])('%j', (passage, rules) => expect(rulesIn(page(passage))).toEqual(rules));
});

describe('findings', () => {
  const all = [...Object.values(identifying).flat(), ...honest];

  test('never carry or repeat what was found', () => {
    for (const passage of Object.values(identifying).flat()) {
      const text = page(passage);
      const findings = findIdentifiers(text);
      const printed = JSON.stringify(findings.map((finding) => ({ ...finding, message: messageOf(finding.rule) })));
      for (const { start, end } of findings) {
        const found = text.slice(start, end);
        // An age of two digits may be among the offsets.
        if (found.length > 3) expect(printed).not.toContain(found);
      }
      for (const finding of findings) expect(Object.keys(finding).toSorted()).toEqual(['end', 'rule', 'start']);
    }
  });

  test('lie in the text, in order, and say where', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...all), fc.string({ unit: 'binary' })), { maxLength: 6 }), (parts) => {
        const text = parts.join('\n');
        const findings = findIdentifiers(text);
        const at = placesIn(text);
        for (const [index, { start, end }] of findings.entries()) {
          expect(start).toBeGreaterThanOrEqual(findings[index - 1]?.start ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          const { line, column } = at(start);
          expect(
            text
              .split('\n')
              .slice(0, line - 1)
              .join('\n').length +
              (line > 1 ? 1 : 0) +
              column -
              1,
          ).toBe(start);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('plain text', () => {
  test.each([
    ['94**3**', '943'],
    ['9\u200b4\u00ad3', '943'],
    ['９４３', '943'],
    ['٩٤٣', '943'],
    ['𝟗𝟒𝟑', '943'],
    ['943&nbsp;476&#32;59', '943 476 59'],
    ['943%20476', '943 476'],
    ['943\\u00a0476', '943 476'],
    ['a<br>b<b>c</b>', 'a\nbc'],
    ['Cafe\u0301', 'Cafe'],
    ['p<0.05 and <mrn>', 'p<0.05 and <mrn>'],
  ])('%j reads as %j', (written, plain) => expect(plainOfText(written).text).toBe(plain));

  test('every place leads back to the sign that it came from', () => {
    const text = 'a&amp;b\u200bc％20d<b>e</b>f';
    const { text: plain, origin } = plainOfText(text);
    for (const letter of 'abcdef') expect(text[origin(plain.indexOf(letter))]).toBe(letter);
  });
});

describe('the module', () => {
  const sources = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));

  test('needs nothing but the language, so that a browser can load it', () => {
    expect(sources.length).toBeGreaterThan(10);
    for (const name of sources) {
      const source = readFileSync(join(FOLDER, name), 'utf8');
      for (const [, from = ''] of source.matchAll(/from '([^']+)'/g)) expect(from, name).toMatch(/^\.\/[a-z-]+\.ts$/);
      expect(source, name).not.toMatch(/\b(?:process|Buffer|document|window|require)\b[.(][A-Za-z"]|import\(/);
    }
  });

  test('says in whole sentences what it cannot find, and what to do about what it finds', () => {
    expect(LIMITS_OF_THE_GUARD.length).toBeGreaterThan(8);
    for (const sentence of LIMITS_OF_THE_GUARD) expect(sentence).toMatch(/^[A-Z].*\.$/);
    for (const { name, why, mend } of Object.values(identifierRules)) {
      expect(name).toMatch(/^(?:an?|the) /);
      expect(`${why} ${mend}`).toMatch(/^[A-Z].*\.$/);
    }
  });
});

test('no repetition keeps it busy for ever', () => {
  for (const piece of REPETITIONS) {
    const text = piece.repeat(Math.ceil(200_000 / piece.length));
    for (const { end } of findIdentifiers(text)) expect(end).toBeLessThanOrEqual(text.length);
  }
}, 60_000);
