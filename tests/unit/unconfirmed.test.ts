/** What waits for an answer: found in fields at any depth, and in the callouts of a text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TO_BE_CONFIRMED } from '../../src/fields.ts';
import { unconfirmedFields, unconfirmedPassages } from '../../src/site/unconfirmed.ts';

describe('unconfirmedFields', () => {
  test('names each field by its path, list items counted from one', () => {
    expect(
      unconfirmedFields({
        title: 'A study',
        organisations: TO_BE_CONFIRMED,
        evidence: {
          approval: { route: TO_BE_CONFIRMED, reference: '12/AB/3456' },
          data: [
            { kind: 'none', source: 'x' },
            { kind: 'none', source: TO_BE_CONFIRMED },
          ],
          ranOn: undefined,
        },
        hosts: [TO_BE_CONFIRMED],
      }),
    ).toEqual(['organisations', 'evidence.approval.route', 'evidence.data[2].source', 'hosts[1]']);
  });

  test.each([
    {},
    { a: 'confirmed' },
    { a: 'Whether x is to be confirmed' },
    [],
    null,
    undefined,
    3,
    'text',
    { a: null, b: new Date(0) },
  ])('finds nothing in %o', (data) => {
    expect(unconfirmedFields(data)).toEqual([]);
  });

  test('finds as many as were written, each by a name of its own', () => {
    const key = fc.stringMatching(/^[a-z]{1,4}$/);
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(TO_BE_CONFIRMED, 'known', 3, null, true),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, tree), (data) => {
        const written = JSON.stringify(data).split(`"${TO_BE_CONFIRMED}"`).length - 1;
        const found = unconfirmedFields(data);
        expect(found).toHaveLength(written);
        expect(new Set(found).size).toBe(written);
      }),
    );
  });
});

describe('unconfirmedPassages', () => {
  test('gives the sentences of the callouts, without marks, links and lists', () => {
    const body = `
Before.

<Callout kind="unconfirmed" title="Who may apply">
Ask **the office** about \`uv\`, or read [its page](https://example.org/x).<Source id="hra" />
</Callout>

<Callout kind="note">This is known.</Callout>

<Callout kind="unconfirmed">

- The room.
- The time.

1. The way in.

</Callout>
`;
    expect(unconfirmedPassages(body)).toEqual(['Ask the office about uv, or read its page.', 'The room. The time. The way in.']);
  });

  test.each([undefined, '', 'No callout, and "to be confirmed" only in passing.', '<Callout kind="note">Known.</Callout>'])(
    'finds none in %o',
    (body) => {
      expect(unconfirmedPassages(body)).toEqual([]);
    },
  );
});
