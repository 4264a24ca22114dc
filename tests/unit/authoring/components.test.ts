/** The components: one description each, which the page that shows them follows; and what stands behind pictures and code. */
import { readdirSync, readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { componentNames, documentedComponents } from '../../../src/authoring/components.ts';
import { parseBody } from '../../../src/authoring/parse.ts';
import { languageOf, languages } from '../../../src/authoring/languages.ts';
import { pictureFaults } from '../../../src/authoring/pictures.ts';
import { liveParts, pageHtml, words } from './render-page.ts';

const authoring = fileURLToPath(new URL('../../../src/authoring/', import.meta.url));
const examples = join(authoring, 'examples');

test('each component has a file, and each example a page of its own', () => {
  const pages = readdirSync(examples).filter((name) => name.endsWith('.mdx'));
  expect(pages.toSorted()).toEqual(componentNames.map((name) => `${name}.mdx`).toSorted());
  // The marks of sources are part of the text (source-marks.ts).
  for (const name of componentNames.filter((one) => one !== 'Source')) expect(readdirSync(authoring)).toContain(`${name}.astro`);
});

test.each(documentedComponents().map((one) => [one.name, one] as const))(
  'the example of %s shows it, and is right',
  (name, { about, attributes }) => {
    const example = readFileSync(join(examples, `${name}.mdx`), 'utf8').replace(/^---\n[^]*?\n---\n/, '');
    expect(example).toContain(`<${name}`);
    expect(parseBody(example).faults).toEqual([]);
    expect(about).toMatch(/^[A-Z].*\.$/s);
    for (const attribute of Object.values(attributes)) expect(attribute.about).toMatch(/^[A-Z].*\.$/s);
  },
);

test('a figure becomes a picture that the site itself fetches, with its words', async () => {
  const figure = '<Figure src="./flow.svg" alt="Four boxes" caption="How it runs" />';
  const html = await pageHtml(figure, {}, join(examples, 'page.mdx'));
  const picture = `<Picture src="${join(examples, 'flow.svg')}" alt="Four boxes"></Picture>`;
  expect(html).toBe(`<Figure caption="How it runs">${picture}</Figure>`);
});

describe('code', () => {
  test.each(languages)('in %s shows signs as signs', async (language) => {
    const html = await pageHtml(`\`\`\`${language}\n<b onclick="x">&amp;</b> {x}\n\`\`\``);
    expect(liveParts(html)).toEqual([]);
    expect(words(html)).toBe('<b onclick="x">&amp;</b> {x}');
    expect(html).toContain('<CodeBlock><pre');
  });

  test.each([
    ['python', 'python'],
    ['JSON', 'json'],
    ['mdx', 'markdown'],
    ['klingon', 'plaintext'],
    ['constructor', 'plaintext'],
    ['js"onclick="x', 'plaintext'],
  ])('written as %s is coloured as %s', (written, coloured) => {
    expect(languageOf(written)).toBe(coloured);
  });
});

describe('the file behind a picture', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const faults = (svg: string) => {
    writeFileSync(join(folder, 'a b.svg'), svg);
    return pictureFaults([{ offset: 3, end: 9, url: './a%20b.svg' }], folder);
  };

  test.each([
    '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
    '<svg><defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use href="#b"/></svg>',
    '<svg><image href="data:image/png;base64,AAAA"/></svg>',
    '<svg><text>script on paper</text></svg>',
  ])('may be %s', (svg) => {
    expect(faults(svg)).toEqual([]);
  });

  test.each([
    '<svg><script>1</script></svg>',
    '<svg><svg:script>1</svg:script></svg>',
    '<svg onload="x"></svg>',
    '<svg><a xlink:href="javascript:x"/></svg>',
    '<svg><image href="https://canary.example/x.png"/></svg>',
    "<svg><use href='https://canary.example/x.svg#a'/></svg>",
    '<svg><foreignObject><p/></foreignObject></svg>',
    '<svg><style>@import "https://canary.example/x.css"</style></svg>',
    '<svg><rect fill="url(https://canary.example/x)"/></svg>',
    '<!DOCTYPE svg [<!ENTITY x "<script>">]><svg>&x;</svg>',
    '<?xml-stylesheet href="https://canary.example/x.css"?><svg/>',
    '<svg><image href="data:image/svg+xml,<svg onload=x>"/></svg>',
  ])('may not be %s', (svg) => {
    expect(faults(svg)).toEqual([
      {
        offset: 3,
        end: 9,
        kind: 'picture',
        message: 'The picture "./a%20b.svg" holds a script or loads something. Export it as plain SVG, or as PNG.',
      },
    ]);
  });

  test('must be there', () => {
    expect(pictureFaults([{ offset: 0, end: 5, url: './no.png' }], folder)).toEqual([
      {
        offset: 0,
        end: 5,
        kind: 'picture',
        message: 'There is no picture "./no.png" beside this page. Add the file, or correct its name; capitals count.',
      },
    ]);
  });
});
