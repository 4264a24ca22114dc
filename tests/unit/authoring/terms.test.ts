/** Terms of the glossary where a page first uses them: found by any of their names, explained once, and left alone elsewhere. */
import { describe, expect, test } from 'vitest';
import { withoutDisclosures } from '../../../src/glossary/disclosures.ts';
import { explain, firstSentence, readTerms } from '../../../src/glossary/explain.ts';
import { pageHtml, words } from './render-page.ts';

const term = (id: string, name: string, fields: { expansion?: string; aliases?: string[]; definition?: string } = {}) =>
  explain(id, { term: name, aliases: [], definition: `What ${name} means. And more.`, ...fields });

const terms = [
  term('tre', 'TRE', { expansion: 'Trusted Research Environment', aliases: ['trusted research environments'] }),
  term('azure-tre', 'Azure TRE'),
  term('rec', 'REC', { expansion: 'Research Ethics Committee', aliases: ['ethics committee'] }),
  term('airlock', 'Airlock', { aliases: ['TRE airlock', 'egress'] }),
  term('clarity', 'Clarity', { aliases: ['Epic Clarity', 'Clarity database'] }),
  term('rag', 'RAG', { expansion: 'Retrieval-augmented generation', aliases: ['retrieval'] }),
  term('alpha', "Krippendorff's alpha"),
  term('fine-tuning', 'Fine-tuning'),
  term('quantisation', 'Quantisation', { aliases: ['quantised model'] }),
  term('a-g', 'A&G', { expansion: 'Advice and Guidance' }),
];

const page = (body: string, file = '/site/content/guide/x.mdx', known = terms) => pageHtml(body, {}, file, known);
const found = async (body: string): Promise<string[]> =>
  [...(await page(body)).matchAll(/<button type="button" popovertarget="term-([\w-]+)">([^<]*)<\/button>/gi)].map(
    ([, id, word]) => `${id ?? ''}: ${word ?? ''}`,
  );

test('the first use is a button that opens one sentence and the way to the glossary; the second is a word', async () => {
  expect(await page('Work in the TRE. The TRE is closed.')).toBe(
    '<p>Work in the <button type="button" popovertarget="term-tre">TRE</button><span popover="auto" id="term-tre">Trusted Research ' +
      'Environment. What TRE means. <a href="/glossary/#tre">In the glossary</a></span>. The TRE is closed.</p>',
  );
});

test('what is read without the buttons is what was written', async () => {
  const body = 'A TRE, an airlock and the *Research Ethics Committee* walk.\n\n- Egress\n- Retrieval';
  const html = await page(body);
  expect(html.match(/<button/g)).toHaveLength(4);
  const plain = withoutDisclosures(html);
  expect(plain).toBe((await page(body, undefined, [])) || 'nothing');
});

test.each([
  ['Many TREs and RECs.', ['tre: TREs', 'rec: RECs']],
  ['A trusted research environment.', ['tre: trusted research environment']],
  ['A Trusted Research Environment.', ['tre: Trusted Research Environment']],
  ['The a&g, the a and G.', []],
  ['The ethics committee and an Ethics committee.', ['rec: ethics committee']],
  ['The Azure TRE, then a TRE.', ['azure-tre: Azure TRE', 'tre: TRE']],
  ['Through the airlock.', ['airlock: airlock']],
  ['With clarity, not Clarity.', ['clarity: Clarity']],
  ['Treat the recent rec as a tre.', []],
  ['TREE, pre-TRE, TRE-like, TRE2.', []],
  ["Krippendorff's alpha", ['alpha: Krippendorff’s alpha']],
  ['By fine-tuning it.', ['fine-tuning: fine-tuning']],
  ['After quantisation.', ['quantisation: quantisation']],
  ['Use A&G.', ['a-g: A&#x26;G']],
])('in “%s”: %o', async (body, expected) => {
  const read = await found(body.replaceAll('&#x26;', '&'));
  expect(read.map((one) => one.replace(/&(amp|#x26|#38);/g, '&#x26;'))).toEqual(expected);
});

test('another name than the one that it stands for is told which', async () => {
  expect(words(await page('By retrieval.'))).toContain('Retrieval-augmented generation. What RAG means.');
  expect(words(await page('An airlock.'))).toContain('airlockWhat Airlock means.');
  expect(words(await page('No egress.'))).toContain('egressAirlock. What Airlock means.');
});

test.each([
  '## The TRE',
  '[the TRE](/projects/)',
  '`TRE`',
  '```text\nTRE\n```',
  '<Checklist>\n\n- The TRE is ready.\n\n</Checklist>',
  '| a |\n| - |\n| TRE |',
  '<Quote who="x">\n\nThe TRE.\n\n</Quote>',
])('is left alone in %s, and explained at the next use', async (body) => {
  expect(await found(body)).toEqual([]);
  expect(await found(`${body}\n\nThe TRE.`)).toEqual(['tre: TRE']);
});

test('the note of a source is left alone', async () => {
  const sources = [
    {
      id: 'a',
      title: 'The TRE',
      url: 'https://example.org',
      publisher: 'REC',
      dated: 'undated',
      readOn: '2026-11-23',
      howRead: 'in full',
    },
  ];
  expect(await pageHtml('One.<Source id="a" />', { sources }, '/site/content/guide/x.mdx', terms)).not.toContain('<button');
});

test("an author's link to the glossary becomes the disclosure when it is the first use, and stays a link after that", async () => {
  expect(await found('Read it [in pieces](/glossary/#rag). Then retrieval.')).toEqual(['rag: in pieces']);
  const later = await page('By retrieval. Read it [in pieces](/glossary/#rag).');
  expect(later).toContain('<a href="/glossary/#rag">in pieces</a>');
  expect(later.match(/<button/g)).toHaveLength(1);
});

test('in words set off inside a sentence, in lists, tables and callouts, terms are explained', async () => {
  expect(await found('A **TRE**.')).toEqual(['tre: TRE']);
  expect(await found('| a |\n| - |\n| The TRE |')).toEqual(['tre: TRE']);
  expect(await found('<Callout kind="note">\n\nThe TRE.\n\n</Callout>')).toEqual(['tre: TRE']);
});

test('headings keep their ids, and each page begins anew', async () => {
  const body = 'TRE\n\n## In the TRE\n\nTRE';
  expect(await page(body)).toContain('<h2 id="in-the-tre">In the TRE</h2>');
  expect(await found(body)).toEqual(await found(body));
});

test('no page explains more than six', async () => {
  expect(
    await found('TRE, Azure TRE, REC, airlock, Clarity, RAG, fine-tuning, quantisation, Krippendorff’s alpha, A&G.'),
  ).toHaveLength(6);
});

test.each([
  ['/site/content/projects/x.mdx', 1],
  ['/site/content/pages/x.mdx', 1],
  ['/site/content/contacts/x.mdx', 0],
  ['/site/src/authoring/examples/x.mdx', 0],
])('in %s: %d', async (file, count) => {
  expect((await page('The TRE.', file)).match(/<button/g) ?? []).toHaveLength(count);
});

test('without a glossary a page is what it was', async () => {
  expect(await page('The TRE.', undefined, [])).toBe('<p>The TRE.</p>');
});

test('a definition is text, whatever it holds', async () => {
  const hostile = term('x', 'TRE', { definition: '<img src=x onerror=y> {process.env} </span><script>1</script> it is.' });
  const html = await page('TRE', undefined, [hostile]);
  expect(html).not.toMatch(/<(img|script)/);
  expect(html.match(/<\/span>/g)).toHaveLength(1);
});

describe('the first sentence', () => {
  test.each([
    ['One. Two.', 'One.'],
    ['Sizes of 0.5 to 3 kB. More.', 'Sizes of 0.5 to 3 kB.'],
    ['By e.g. notes in use. “More” follows.', 'By e.g. notes in use.'],
    ['No end', 'No end'],
    ['Is it? It is.', 'Is it?'],
  ])('of “%s” is “%s”', (text, sentence) => {
    expect(firstSentence(text)).toBe(sentence);
  });
});

test('every term of this site but those in its own name has a sentence of at most 300 characters', () => {
  const read = readTerms(process.cwd());
  expect(read.length).toBeGreaterThan(50);
  expect(read.map(({ id }) => id)).not.toContain('uclh');
  for (const { id, sentence } of read) {
    expect(sentence.length, id).toBeLessThanOrEqual(300);
    expect(sentence, id).toMatch(/[.!?]$/);
  }
});
