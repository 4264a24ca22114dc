/** Identifiers in columns: a table, a block of comma-separated values, or a message between systems, with a heading that names them. */
import { isGivenName } from './given-names.ts';
import { DATE } from './dates-and-ages.ts';
import { isTestNumber } from './numbers.ts';
import type { IdentifierRuleId } from './rules.ts';
import type { Finding, Reading } from './types.ts';
import { digitsOf, isPlaceholder } from './words.ts';

interface Column {
  rule: IdentifierRuleId;
  heading: RegExp;
  fits: (cell: string) => boolean;
  /** Headings such as "name" or "age" mean a patient only beside another column that names one. */
  needsPatient?: true;
}

const WHOLE_DATE = new RegExp(`^(?:${DATE})$`, 'i');

const COLUMNS: readonly Column[] = [
  {
    rule: 'nhs-number',
    heading: /^nhs(?:[ _-]?(?:no|number|num|id|#))?\.?$|^chi(?: number)?$/,
    fits: (cell) => digitsOf(cell).length === 10 && /^[\d .-]+$/.test(cell) && !isTestNumber(digitsOf(cell)),
  },
  {
    rule: 'record-number',
    heading:
      /^(?:mrn|csn|(?:hospital|hosp|patient|pt|case|accession|unit|record|medical record|encounter|episode|specimen)[ _-]?(?:no|number|num|id|identifier|#)\.?|pas(?: (?:no|number))?|patientid|patient)$/,
    fits: (cell) => /^[A-Za-z]{0,4}[- ]?\d(?:[-/ ]?\d){4,12}[A-Za-z]?$/.test(cell) && !isPlaceholder(cell),
  },
  {
    rule: 'date-of-birth',
    heading: /^(?:d\.?o\.?b\.?|date[ _]?of[ _]?birth|birth[ _]?(?:date|day)|born|dateofbirth|birth_datetime)$/,
    fits: (cell) => WHOLE_DATE.test(cell.replace(/[T ]00:00(?::00)?$/, '')),
  },
  {
    rule: 'patient-name',
    heading:
      /^(?:patient|patient[ _]?name|pt|pt name|patientname|(?:full[ _]?)?name|surname|forename|first[ _]?name|last[ _]?name|family[ _]?name|given[ _]?name)$/,
    fits: (cell) =>
      /^(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?\p{Lu}[\p{L}'.-]+(?:[ ,]{1,2}\p{Lu}[\p{L}'.-]*){0,3}$/u.test(cell) &&
      (cell.length > 3 || isGivenName(cell)) &&
      !/^(?:Test|Example|Patient)\b/.test(cell),
    needsPatient: true,
  },
  {
    rule: 'address',
    heading: /^(?:post ?_?code|address|home address|addr(?:ess)?[ _]?(?:line)?[ _]?1)$/,
    fits: (cell) => /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i.test(cell) || /^(?:flat \w+,? )?\d+[a-z]? [A-Z]/i.test(cell),
    needsPatient: true,
  },
  {
    rule: 'phone-number',
    heading: /^(?:phone|mobile|tel(?:ephone)?|contact)[ _]?(?:no|number)?\.?$/,
    fits: (cell) => /^[+(]?[\d][\d ()-]{8,16}$/.test(cell) && !isPlaceholder(cell),
    needsPatient: true,
  },
  {
    rule: 'age-over-89',
    heading: /^age(?: \(?years\)?)?$/,
    fits: (cell) => /^(?:9\d|1[01]\d)(?:y|yrs?)?$/.test(cell),
    needsPatient: true,
  },
];

const PATIENT = /^(?:patient|pt|mrn|csn|nhs|dob|d\.o\.b|date of birth|hospital n|initials|bed|ward|sex|gender)/;

interface Cell {
  text: string;
  start: number;
}

/** The cells of a line, with where each one begins. Quotes around a cell may hold the sign that parts cells. */
const cellsOf = (line: string, from: number, sign: string): Cell[] => {
  const cells: Cell[] = [];
  let start = 0;
  let quoted = false;
  for (let index = 0; index <= line.length; index += 1) {
    if (line[index] === '"') quoted = !quoted;
    if (index < line.length && (line[index] !== sign || quoted)) continue;
    const raw = line.slice(start, index);
    const trimmed = raw
      .trim()
      .replace(/^["']|["']$/g, '')
      .trim();
    cells.push({ text: trimmed, start: from + start + Math.max(0, raw.indexOf(trimmed)) });
    start = index + 1;
  }
  return cells;
};

const headingOf = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/['"]/g, '')
    .replace(/[_\s]+/g, ' ')
    .trim();

/** Longer lines are no rows of a table that anybody reads. */
const LONGEST_LINE = 4000;

export const columns = ({ tabbed: text }: Reading): Finding[] => {
  const found: Finding[] = [];
  const lines: { line: string; start: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ line, start });
    start += line.length + 1;
  }
  for (let row = 0; row < lines.length; row += 1) {
    const { line = '', start: from = 0 } = lines[row] ?? {};
    if (line.length > LONGEST_LINE || !/nhs|mrn|csn|birth|dob|d\.o\.b|patient|hosp|pt\b|chi\b|name/i.test(line)) continue;
    const sign = ['|', '\t', ',', ';'].find((candidate) => line.includes(candidate));
    if (!sign) continue;
    const heads = cellsOf(line, from, sign).map(({ text: head }) => headingOf(head));
    const aboutPatients = heads.some((head) => PATIENT.test(head));
    const wanted = heads.flatMap((head, index) => {
      const column = COLUMNS.filter(({ heading }) => heading.test(head));
      return column
        .filter(({ needsPatient }) => !needsPatient || (aboutPatients && heads.length > 1))
        .map((one) => ({ index, one }));
    });
    if (wanted.length === 0 || heads.length < 2) continue;
    let below = row + 1;
    for (; below < lines.length; below += 1) {
      const { line: data = '', start: at = 0 } = lines[below] ?? {};
      if (!data.includes(sign) || data.length > LONGEST_LINE) break;
      const cells = cellsOf(data, at, sign);
      for (const { index, one } of wanted) {
        const cell = cells[index];
        if (cell && cell.text !== '' && one.fits(cell.text))
          found.push({ rule: one.rule, start: cell.start, end: cell.start + cell.text.length });
      }
    }
    row = below - 1;
  }
  return found;
};

/** The line of an HL7 version 2 message, and the field of a DICOM header, that hold the patient. */
const SEGMENT = /(?:^|\n|[ >])(PID\|[^\n]{0,20}\|[^\n]{8,})/g;
const DICOM = /\(0010,? ?00(?:10|20|30)\)[^\n]{0,40}\[([^\]\n]{3,64})\]/dgi;

export const messages = ({ text }: Reading): Finding[] => [
  ...[...text.matchAll(SEGMENT)].flatMap(({ 0: whole, 1: segment = '', index }): Finding[] => {
    const start = index + whole.length - segment.length;
    return /\d{5}|\p{L}{2,}\^\p{L}{2,}/u.test(segment) ? [{ rule: 'record-number', start, end: start + segment.length }] : [];
  }),
  ...[...text.matchAll(DICOM)].flatMap((match): Finding[] => {
    const [start, end] = match.indices?.[1] ?? [match.index, match.index];
    return /test|anon|example/i.test(match[1] ?? '') ||
      isPlaceholder((match[1] ?? '').replace(/\D/g, '') || '12') === false ||
      /\^/.test(match[1] ?? '')
      ? /test|anon|example/i.test(match[1] ?? '')
        ? []
        : [{ rule: 'record-number', start, end }]
      : [];
  }),
];
