/** Draws invented people, numbers and dates for the guard's corpus: the same in every run, and different for every seed. */
import { writer } from '../words.ts';

export interface Names {
  given: readonly string[];
  family: readonly string[];
}

/** Where one half of the corpus takes its names and streets from, so that the other half has never met them. */
export interface Stock extends Names {
  streets: readonly string[];
  towns: readonly (readonly [town: string, district: string])[];
}

const digitsOf = (number: number, length: number): string => String(number).padStart(length, '0');

/** The check digit that makes nine digits an NHS number, or 10 where there is none. */
const checkDigit = (nine: string): number => {
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return (11 - (sum % 11)) % 11;
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** How people write ten digits: in one piece, or three, three and four with one of these between. */
export const NHS_GROUPINGS: Readonly<Record<string, (a: string, b: string, c: string) => string>> = {
  'in one piece': (a, b, c) => a + b + c,
  'with spaces': (a, b, c) => `${a} ${b} ${c}`,
  'with hyphens': (a, b, c) => `${a}-${b}-${c}`,
  'with dots': (a, b, c) => `${a}.${b}.${c}`,
  'with slashes': (a, b, c) => `${a}/${b}/${c}`,
  'with no-break spaces': (a, b, c) => `${a}\u00a0${b}\u00a0${c}`,
  'with thin spaces': (a, b, c) => `${a}\u2009${b}\u2009${c}`,
  'mixed': (a, b, c) => `${a} ${b}-${c}`,
  'with en dashes': (a, b, c) => `${a}–${b}–${c}`,
  'in full-width digits': (a, b, c) => (a + b + c).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  'over a line break': (a, b, c) => `${a} ${b}\n${c}`,
  'with invisible signs': (a, b, c) => `${a}\u200b${b}\u200b${c}`,
};

export const draw = (seed: number, stock: Stock) => {
  const { upTo, prose, phrase } = writer(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[upTo(items.length)] as Item;
  const digits = (count: number): string => Array.from({ length: count }, () => upTo(10)).join('');
  const between = (from: number, to: number): number => from + upTo(to - from + 1);
  /** Ten digits with a valid check digit, in the ranges that are given out in England: 400 to 499 and 600 to 799. */
  const nhsDigits = (): string => {
    for (;;) {
      const nine = pick(['4', '6', '7']) + digits(8);
      const check = checkDigit(nine);
      if (check < 10) return nine + String(check);
    }
  };
  const groupings = Object.keys(NHS_GROUPINGS);
  const nhs = (grouping: string = pick(groupings)): string => {
    const all = nhsDigits();
    return NHS_GROUPINGS[grouping]?.(all.slice(0, 3), all.slice(3, 6), all.slice(6)) ?? all;
  };
  const day = (from: number, to: number) => ({ year: between(from, to), month: between(1, 12), date: between(1, 28) });
  const dateForms = (from = 1926, to = 2019) => {
    const { year, month, date } = day(from, to);
    const [d, m, name] = [digitsOf(date, 2), digitsOf(month, 2), MONTHS[month - 1] ?? ''];
    return {
      slashes: `${d}/${m}/${year}`,
      short: `${date}/${month}/${digitsOf(year % 100, 2)}`,
      dots: `${d}.${m}.${year}`,
      hyphens: `${d}-${m}-${year}`,
      iso: `${year}-${m}-${d}`,
      words: `${date} ${name} ${year}`,
      ordinal: `${date}th of ${name} ${year}`,
      brief: `${d}-${name.slice(0, 3)}-${year}`,
      american: `${name} ${date}, ${year}`,
      packed: `${year}${m}${d}`,
    };
  };
  const date = (...forms: (keyof ReturnType<typeof dateForms>)[]): string => {
    const all = dateForms();
    return all[pick(forms.length > 0 ? forms : (Object.keys(all) as (keyof typeof all)[]))];
  };
  const mobile = (): string => {
    const rest = `${pick(['1', '3', '4', '5', '7', '8'])}${digits(8)}`;
    const [a, b, c] = [rest.slice(0, 3), rest.slice(3, 6), rest.slice(6)];
    return pick([`07${rest}`, `07${a} ${b}${c}`, `07${a} ${b} ${c}`, `+44 7${a} ${b}${c}`, `+447${rest}`, `07${a}-${b}-${c}`]);
  };
  const landline = (): string => {
    const rest = digits(6);
    return pick([
      `020 8${rest.slice(0, 3)} ${between(1100, 9899)}`,
      `0${pick(['1273', '1865', '1223', '1472'])} ${between(200, 899)}${rest.slice(0, 3)}`,
      `(01727) ${between(200, 899)} ${rest.slice(3)}`,
      `0208${between(3, 9)}${rest}`,
    ]);
  };
  const inward = (): string => `${between(1, 9)}${pick([...'ABDEFGHJLNPQRSTUWXYZ'])}${pick([...'ABDEFGHJLNPQRSTUWXYZ'])}`;
  const place = () => {
    const [town, district] = pick(stock.towns);
    return { number: between(2, 240), street: pick(stock.streets), town, postcode: `${district} ${inward()}` };
  };
  const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
  return {
    upTo,
    pick,
    digits,
    between,
    prose,
    phrase,
    nhs,
    date,
    mobile,
    landline,
    place,
    given: () => pick(stock.given),
    family: () => pick(stock.family),
    initial: () => pick([...'ABCDEFGHJKLMNPRSTW']),
    /** A number such as a hospital gives to a patient: eight digits that do not simply count upwards. */
    record: () => `${between(2, 9)}${digits(6)}${between(1, 9)}`,
    oldAge: () => between(90, 106),
    letters: (count: number) => Array.from({ length: count }, () => pick(alphabet)).join(''),
    hex: (count: number) => Array.from({ length: count }, () => pick([...'0123456789abcdef'])).join(''),
    capital: () => pick([...'ABCEGHJKLMPRSTWXYZ']),
  };
};

export type Draw = ReturnType<typeof draw>;

/** The signs that a template puts around what must be found; they are taken out before the guard reads the text. */
export const mark = (identifier: string): string => `⟦${identifier}⟧`;

export const kinds = [
  'NHS number',
  'hospital number',
  'date of birth',
  'age over 89',
  'address',
  'phone number',
  'e-mail address',
  'patient name',
  'National Insurance number',
  'passport number',
  'clinical letter',
  'secret',
] as const;

export type Kind = (typeof kinds)[number];

/** Writes one passage with an identifier between the signs of `mark`. */
export type Template = (from: Draw) => string;

/** Passages that hold an identifier, and passages that hold none although they look like it. */
export interface Half {
  stock: Stock;
  identifying: Readonly<Partial<Record<Kind, readonly Template[]>>>;
  honest: readonly Template[];
}
