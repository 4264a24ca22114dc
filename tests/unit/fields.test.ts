/** The building blocks of every schema, and above all what an author is told when a value does not fit. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  confirmable,
  dated,
  day,
  entryName,
  howRead,
  isUnconfirmed,
  line,
  looseRefs,
  oneOf,
  sources,
  webAddress,
} from '../../src/fields.ts';
import { faults, messages, without } from './helpers.ts';

describe('day', () => {
  test.each(['2026-04-19', '2024-02-29', '2000-02-29', '2026-12-31'])('%s is a day', (written) => {
    expect(day.parse(written)).toBe(written);
  });

  test.each([
    ['the 29th of February of a common year', '2026-02-29'],
    ['the 29th of February of 1900', '1900-02-29'],
    ['the 31st of a short month', '2026-04-31'],
    ['a thirteenth month', '2026-13-01'],
    ['a day nought', '2026-01-00'],
    ['slashes, which may mean two days', '03/04/2026'],
    ['missing noughts', '2026-4-9'],
    ['an instant', '2026-04-19T10:00:00Z'],
    ['words', '19 April 2026'],
    ['a number', 20260419],
    ['a date that is none', new Date('never')],
    ['nothing', undefined],
    ['an empty field', null],
  ])('refuses %s', (_, written) => {
    expect(messages(day, written)).toEqual([
      'Write the day as YYYY-MM-DD, for example 2026-04-19, and check that it exists in the calendar.',
    ]);
  });

  test('turns the midnight that YAML makes of a day back into that day', () => {
    expect(day.parse(new Date('2026-04-19'))).toBe('2026-04-19');
  });

  test('reads a day and the Date of that day alike', () => {
    const years = { min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(years), (date) => {
        const written = date.toISOString().slice(0, 10);
        expect(day.parse(date)).toBe(written);
        expect(day.parse(written)).toBe(written);
      }),
    );
  });
});

describe('dated', () => {
  test.each([
    ['2026-03-11', '2026-03-11'],
    ['2026-03', '2026-03'],
    ['2026', '2026'],
    [2026, '2026'],
    [new Date('2026-03-11'), '2026-03-11'],
    ['undated', 'undated'],
  ])('takes %o', (written, read) => {
    expect(dated.parse(written)).toBe(read);
  });

  test.each(['2026-13', '2026-00', '2026-02-29', '03/2026', 'March 2026', 'Undated', 26, '', undefined, null])(
    'refuses %o',
    (written) => {
      expect(messages(dated, written)).toEqual([
        "Write the publisher's own date as 2026-03-11, 2026-03 or 2026, or the word undated.",
      ]);
    },
  );
});

describe('webAddress', () => {
  test.each([
    'https://www.uclh.nhs.uk/',
    'http://example.org',
    'https://example.org:8080/a/b?c=d#e',
    'https://openreview.net/pdf?id=1kDJJPppRG',
  ])('takes %s', (written) => {
    expect(webAddress.parse(written)).toBe(written);
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)//example.org',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'ftp://example.org/file',
    'file:///etc/passwd',
    'mailto:name@example.org',
    '//example.org/',
    '/guide/',
    'www.example.org',
    'https://',
    'https:example.org',
    'https://localhost/',
    '',
    undefined,
    3,
  ])('refuses %o', (written) => {
    expect(messages(webAddress, written)).toEqual(['Give a full web address that starts with https://.']);
  });

  test('lets no other scheme through, whatever follows it', () => {
    const scheme = fc.stringMatching(/^[A-Za-z][A-Za-z0-9+.-]{0,10}$/).filter((name) => !/^https?$/i.test(name));
    fc.assert(
      fc.property(scheme, fc.constantFrom('', '//', '//example.org/'), fc.string(), (name, slashes, rest) => {
        expect(webAddress.safeParse(`${name}:${slashes}${rest}`).success).toBe(false);
      }),
    );
  });
});

describe('entryName', () => {
  test.each(['safehr', 'ucl-ihi', 'run-llm-on-uclh-tre', 'dcb0129'])('takes %s', (name) => {
    expect(entryName.parse(name)).toBe(name);
  });

  test.each(['Simon', 'simon ellershaw', 'simon_ellershaw', 'simon.mdx', '../site', 'a--b', '-a', 'a-', 'a/b', 'é', ''])(
    'says what is wrong with "%s"',
    (name) => {
      expect(messages(entryName, name)).toEqual([
        `"${name}" is no entry name: use its file name without .mdx, in lower case with hyphens.`,
      ]);
    },
  );

  test.each([undefined, null, 3])('asks for a name instead of %o', (value) => {
    expect(messages(entryName, value)).toEqual(['Name an entry by its file name without .mdx.']);
  });

  test('every name that it takes can stand in an address as it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9-]+$/)), (name) => {
        fc.pre(entryName.safeParse(name).success);
        expect(new URL(`https://example.org/${name}/`).pathname).toBe(`/${name}/`);
      }),
    );
  });

  test('the references that know no entries check the form of the name all the same', () => {
    for (const ref of Object.values(looseRefs)) {
      expect(ref.safeParse('simon-ellershaw').success).toBe(true);
      expect(ref.safeParse('Simon Ellershaw').success).toBe(false);
    }
  });
});

describe('oneOf', () => {
  const fruit = oneOf(['apple', 'pear'], 'a fruit');

  test('takes a choice', () => {
    expect(fruit.parse('pear')).toBe('pear');
  });

  test.each([
    [undefined, 'Give a fruit: one of apple, pear.'],
    ['plum', '"plum" is not a fruit. Use one of: apple, pear.'],
    ['Apple', '"Apple" is not a fruit. Use one of: apple, pear.'],
    ['', '"" is not a fruit. Use one of: apple, pear.'],
    [3, '"3" is not a fruit. Use one of: apple, pear.'],
    // A word on every object, which a careless look-up would find.
    ['constructor', '"constructor" is not a fruit. Use one of: apple, pear.'],
  ])('names the choices when given %o', (value, message) => {
    expect(messages(fruit, value)).toEqual([message]);
  });
});

describe('line', () => {
  const title = line('a title', { min: 3, max: 5 });

  test.each([
    ['abc', 'abc'],
    ['abcde', 'abcde'],
    ['   abcde   ', 'abcde'],
    ['\nabcd\n', 'abcd'],
  ])('takes "%s" without its outer spaces', (written, read) => {
    expect(title.parse(written)).toBe(read);
  });

  test.each([
    [undefined, 'Give a title.'],
    [null, 'Write a title as text, in quotes if need be.'],
    [2024, 'Write a title as text, in quotes if need be.'],
    [true, 'Write a title as text, in quotes if need be.'],
    ['ab', 'Give a title, at least 3 characters.'],
    ['  a  ', 'Give a title, at least 3 characters.'],
    ['abcdef', 'Shorten a title: at most 5 characters, this has 6.'],
    ['a\nb', 'Write a title on one line.'],
    ['a\r\nb', 'Write a title on one line.'],
    ['a\rb', 'Write a title on one line.'],
  ])('says how to mend %o', (written, message) => {
    expect(messages(title, written)).toEqual([message]);
  });

  test('unless told otherwise, wants something and no more than 200 characters', () => {
    expect(messages(line('a note'), '   ')).toEqual(['Give a note.']);
    expect(messages(line('a note'), 'x'.repeat(200))).toEqual([]);
    expect(messages(line('a note'), 'x'.repeat(201))).toEqual(['Shorten a note: at most 200 characters, this has 201.']);
  });

  test('takes exactly what is one line of the right length', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 12 }), fc.stringMatching(/^[ab \r\n]{0,12}$/)),
        fc.nat(4),
        fc.integer({ min: 5, max: 9 }),
        (text, min, max) => {
          const inner = text.trim();
          const fits = inner.length >= min && inner.length <= max && !/[\r\n]/.test(inner);
          expect(line('it', { min, max }).safeParse(text).success).toBe(fits);
        },
      ),
      { examples: [['a\nb', 0, 9]] },
    );
  });
});

describe('to be confirmed', () => {
  const when = confirmable(day);

  test('takes a value, or the words', () => {
    expect(when.parse('2026-04-19')).toBe('2026-04-19');
    expect(when.parse('to be confirmed')).toBe('to be confirmed');
  });

  test('keeps the wording of the field that it stands for', () => {
    expect(messages(when, '03/04/2026')).toEqual([
      'Write the day as YYYY-MM-DD, for example 2026-04-19, and check that it exists in the calendar.',
    ]);
    expect(messages(confirmable(webAddress), 'javascript:alert(1)')).toEqual([
      'Give a full web address that starts with https://.',
    ]);
  });

  test.each(['To be confirmed', 'TO BE CONFIRMED', ' to be confirmed ', '\tTo Be Confirmed\n'])(
    'the words count as such however they are written: %o',
    (written) => {
      for (const schema of [when, confirmable(line('a role')), confirmable(webAddress)])
        expect(schema.parse(written)).toBe('to be confirmed');
    },
  );

  test.each(['to be  confirmed', 'to be confirmed.', 'tbc', 'still to be confirmed'])('other words do not: %o', (written) => {
    expect(confirmable(line('a role')).parse(written)).toBe(written);
    expect(when.safeParse(written).success).toBe(false);
  });

  test.each([
    ['to be confirmed', true],
    ['confirmed', false],
    ['', false],
    [undefined, false],
    [['to be confirmed'], false],
  ])('%o: %s', (value, expected) => {
    expect(isUnconfirmed(value)).toBe(expected);
  });
});

describe('sources', () => {
  const valid = {
    id: 'hra',
    title: 'Is my study research?',
    url: 'https://www.hra-decisiontools.org.uk/research/',
    publisher: 'Health Research Authority',
    dated: 'undated',
    readOn: '2026-11-23',
    howRead: 'in full',
  };

  test('are an empty list when left out', () => {
    expect(sources.parse(undefined)).toEqual([]);
  });

  test('take a whole source, with or without a note', () => {
    const list = [valid, { ...valid, id: 'hra-2', note: 'Opened twice.' }];
    expect(sources.parse(list)).toEqual(list);
  });

  test.each(Object.keys(howRead))('take a source that was read so: %s', (words) => {
    expect(faults(sources, [{ ...valid, howRead: words }])).toEqual([]);
  });

  test('may not share an id; the later one is told', () => {
    expect(faults(sources, [valid, { ...valid, id: 'nice' }, { ...valid, title: 'Another' }])).toEqual([
      '2.id: Two sources on this page are called "hra". Give each its own id.',
    ]);
  });

  test.each([
    [
      { ...valid, id: 'HRA tool' },
      '0.id: "HRA tool" is no entry name: use its file name without .mdx, in lower case with hyphens.',
    ],
    [without(valid, 'title'), '0.title: Give the title of the source.'],
    [without(valid, 'publisher'), '0.publisher: Give the publisher.'],
    [{ ...valid, url: 'www.hra.nhs.uk' }, '0.url: Give a full web address that starts with https://.'],
    [
      { ...valid, howRead: 'skimmed' },
      '0.howRead: "skimmed" is not a way of reading. Use one of: in full, abstract, excerpt only, second-hand, not yet opened.',
    ],
    [{ ...valid, note: 'x'.repeat(301) }, '0.note: Shorten the note: at most 300 characters, this has 301.'],
    [{ ...valid, author: 'HRA' }, '0: Unrecognized key: "author"'],
  ])('say what is wrong with %o', (source, fault) => {
    expect(faults(sources, [source])).toEqual([fault]);
  });
});
