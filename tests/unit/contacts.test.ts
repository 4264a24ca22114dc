/** Contacts: what is needed to list somebody, and whom to ask about what. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactSchema } from '../../src/contacts/schema.ts';
import { contactSubjects } from '../../src/contacts/subjects.ts';
import { faults, without } from './helpers.ts';

const valid = {
  name: 'Simon Ellershaw',
  kind: 'person',
  role: 'Main contact for the guide',
  affiliations: ['ucl-ihi'],
  consent: 'to be confirmed',
};

describe('a contact', () => {
  const faultsOf = (changes: object) => faults(contactSchema(), { ...valid, ...changes });

  test('needs no more than this, and the rest is empty', () => {
    expect(contactSchema().parse(valid)).toEqual({ ...valid, askAbout: [], links: [], sources: [] });
  });

  test('may leave all but the name and the kind to be confirmed', () => {
    const open = { role: 'to be confirmed', affiliations: 'to be confirmed', email: 'to be confirmed' };
    expect(contactSchema().parse({ ...valid, ...open })).toMatchObject(open);
  });

  test('cannot be listed without a word on consent', () => {
    expect(faults(contactSchema(), without(valid, 'consent'))).toEqual([
      'consent: Write the day as YYYY-MM-DD, for example 2026-04-19, and check that it exists in the calendar.',
    ]);
  });

  test.each([
    [{ kind: 'team' }, 'kind: "team" is not a kind of contact. Use one of: person, organisation.'],
    [{ name: '' }, 'name: Give the name.'],
    [{ role: 'x'.repeat(161) }, 'role: Shorten the role: at most 160 characters, this has 161.'],
    [{ email: 'simon at ucl.ac.uk' }, 'email: Give an e-mail address such as name@ucl.ac.uk.'],
    [{ email: 'mailto:simon@ucl.ac.uk' }, 'email: Give an e-mail address such as name@ucl.ac.uk.'],
    [
      { affiliations: ['UCL IHI'] },
      'affiliations.0: "UCL IHI" is no entry name: use its file name without .mdx, in lower case with hyphens.',
    ],
    [{ links: [{ label: 'Page', url: 'javascript:x' }] }, 'links.0.url: Give a full web address that starts with https://.'],
    [{ links: [{ url: 'https://example.org/' }] }, 'links.0.label: Give the label.'],
    [{ askAbout: ['x'.repeat(81)] }, 'askAbout.0: Shorten a subject: at most 80 characters, this has 81.'],
    [
      { consent: 'yes' },
      'consent: Write the day as YYYY-MM-DD, for example 2026-04-19, and check that it exists in the calendar.',
    ],
    [{ phone: '020' }, ': Unrecognized key: "phone"'],
  ])('is told what is wrong with %o', (changes, fault) => {
    expect(faultsOf(changes)).toEqual([fault]);
  });
});

describe('contactSubjects', () => {
  const contact = (id: string, ...askAbout: string[]) => ({ id, data: { name: id.toUpperCase(), askAbout } });

  test('names whom to ask about each subject, in alphabetical order', () => {
    expect(
      contactSubjects([contact('a', 'the guide', 'Evaluation'), contact('b', 'compute', 'the guide'), contact('c')]),
    ).toEqual([
      { subject: 'compute', names: [{ id: 'b', name: 'B' }] },
      { subject: 'Evaluation', names: [{ id: 'a', name: 'A' }] },
      {
        subject: 'the guide',
        names: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
        ],
      },
    ]);
  });

  test('spellings that differ only in capitals are one subject, in the first of them', () => {
    expect(contactSubjects([contact('a', 'TRE access'), contact('b', 'tre Access')])).toEqual([
      {
        subject: 'TRE access',
        names: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
        ],
      },
    ]);
  });

  test('nobody to ask, nothing to ask about', () => {
    expect(contactSubjects([])).toEqual([]);
  });

  test('loses nobody and adds nobody', () => {
    const subject = fc.constantFrom('compute', 'Compute', 'evaluation', 'the TRE', 'The TRE', 'é');
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(subject, { selector: (one) => one.toLowerCase() })), (asked) => {
        const contacts = asked.map((subjects, index) => contact(`c${index}`, ...subjects));
        const pairs = contactSubjects(contacts).flatMap((one) => one.names.map(({ id }) => `${id} ${one.subject.toLowerCase()}`));
        const expected = contacts.flatMap(({ id, data }) => data.askAbout.map((one) => `${id} ${one.toLowerCase()}`));
        expect(pairs.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });

  test('a person who writes one subject in two spellings is named once', () => {
    expect(contactSubjects([contact('a', 'Evaluation', 'evaluation')])).toEqual([
      { subject: 'Evaluation', names: [{ id: 'a', name: 'A' }] },
    ]);
  });
});
