/** The Markdown copy of a page. What it says is read back by a Markdown parser, so that its spelling is free to change. */
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { copyPath, toMarkdown } from '../../src/site/markdown-copies.ts';

const head = `<title>Judging &amp; measuring · LLMs at UCLH</title>
<meta name="description" content="What &quot;good&quot; means: a page."><link rel="canonical" href="https://example.org/base/guide/x/">`;

const page = (main: string, before = head): string =>
  `<!DOCTYPE html><html><head>${before}</head><body><header>The menu</header><main id="main" class="a">${main}</main><footer>The foot</footer></body></html>`;

const copy = (main: string): string => toMarkdown(page(main), 'https://example.org');

/** The copy without its front matter. */
const text = (main: string): string =>
  copy(main)
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .trim();

/** What a reader of the copy gets to see, as HTML. */
const seen = async (main: string): Promise<string> => (await markdownToHtml(text(main))).html.trim();

test.each([
  ['/', '/index.md'],
  ['/guide/', '/guide.md'],
  ['/guide/x/', '/guide/x.md'],
])('the copy of %s is %s', (path, expected) => {
  expect(copyPath(path)).toBe(expected);
});

describe('front matter', () => {
  const front = (html: string): unknown => parse(/^---\n([\s\S]*?)\n---\n/.exec(html)?.[1] ?? '');

  test('says what the page is called, what it says and where it is', () => {
    expect(front(copy('<h1>Judging</h1>'))).toEqual({
      title: 'Judging & measuring · LLMs at UCLH',
      description: 'What "good" means: a page.',
      url: 'https://example.org/base/guide/x/',
    });
  });

  test('gives the day of the last change where the page does', () => {
    const dated = `${head}<meta property="article:modified_time" content="2026-03-30">`;
    expect(front(toMarkdown(page('<h1>Judging</h1>', dated), 'https://example.org'))).toMatchObject({ changed: '2026-03-30' });
  });
});

describe('text', () => {
  test('is that of the main part, and ends with one line break', () => {
    expect(copy('<h1>Judging</h1><p>Read it.</p>')).toMatch(/\n---\n\n# Judging\n\nRead it\.\n$/);
  });

  test('keeps emphasis, also where it begins with a space', async () => {
    expect(await seen('<p>Read<em> all</em> of <strong>it</strong>.</p>')).toBe(
      '<p>Read <em>all</em> of <strong>it</strong>.</p>',
    );
  });

  test('a page without a main part has only front matter', () => {
    expect(toMarkdown(head, 'https://example.org')).toMatch(/\n---\n\n\n$/);
  });

  test('leaves out what only a browser needs', () => {
    const main =
      '<!--copy:off--><nav>Crumbs</nav><!--copy:on--><p>One.</p><!--copy:off-->\n<button>Tick</button><!--copy:on-->' +
      '<p>Two<span class="sr-only"> hidden</span>.</p><style>p{}</style><script>run()</script><template>later</template>';
    expect(text(main)).toBe('One.\n\nTwo.');
  });

  test('leaves out the side notes, which repeat the list of sources, but keeps their numbers', async () => {
    const main =
      '<p>A third.<sup class="mark" data-pagefind-ignore><a href="#source-a" id="cited-a" aria-label="Source 1">1</a></sup>' +
      '<small class="note" aria-hidden="true">1. HRA, <a href="https://example.org/hra" tabindex="-1">Title</a>; undated.</small> Half.' +
      '<sup class="mark"><a href="#source-b" aria-label="Source 12">12</a></sup></p>';
    expect(await seen(main)).toBe('<p>A third. [1] Half. [12]</p>');
  });

  test('writes the number of a source in plain brackets', () => {
    expect(text('<p>A third.<sup class="mark"><a href="#source-a">1</a></sup></p>')).toBe('A third. [1]');
  });

  test('fences code and keeps every character of it', async () => {
    const code = 'npm ci\n\n  if a &lt; b &amp;&amp; c; then echo "*_`$x`_*"; fi';
    const main = `<pre class="language-sh" data-language="sh"><code class="language-sh"><span class="token">npm</span>${code.slice(3)}</code></pre>`;
    expect(await seen(main)).toBe(`<pre><code class="language-sh">${code}\n</code></pre>`);
    expect(await seen('<p>Type <code>a`b</code>.</p>')).toBe('<p>Type <code>a`b</code>.</p>');
  });

  test.each(['```js\nx\n```', '~~~\nx\n~~~', 'a\n\nb', 'a\n\n\n\n\n\nb'])('keeps every character of %o', async (code) => {
    expect(await seen(`<pre><code>${code}</code></pre>`)).toBe(`<pre><code>${code}\n</code></pre>`);
  });

  // Fault: the brackets of marks and boxes are freed in the whole copy, code included, which loses its own backslashes.
  test.each(['grep \\[1\\]', 'grep \\[x\\]'])('keeps every character of %o', async (code) => {
    expect(await seen(`<pre><code>${code}</code></pre>`)).toBe(`<pre><code>${code}\n</code></pre>`);
  });

  test('text that looks like Markdown is still that text', async () => {
    const main = '<p>2 * 3 * 4, snake_case_name, [a](y), # no, `no`</p>';
    expect(await seen(main)).toBe(main);
  });

  // Fault: the same brackets are freed where the page has them as text, which makes links of it.
  test.each(['See [x](y).', 'See [1](y).'])('text that looks like a link is still that text: %s', async (words) => {
    expect(await seen(`<p>${words}</p>`)).toBe(`<p>${words}</p>`);
  });

  test('keeps a table, with bars inside its cells', async () => {
    const html = await seen(
      '<div class="table-box" role="group" aria-label="Table" tabindex="0"><table><thead><tr><th>Name</th><th>Use</th></tr></thead>' +
        '<tbody><tr><td>a | b</td><td>one</td></tr></tbody></table></div>',
    );
    expect(html.replaceAll('\n', '')).toBe(
      '<table><thead><tr><th>Name</th><th>Use</th></tr></thead><tbody><tr><td>a | b</td><td>one</td></tr></tbody></table>',
    );
  });

  test('makes the links of the site absolute and leaves others alone', async () => {
    const main =
      '<p><a class="quiet" href="/base/guide/">a</a> <a href="https://other.example/x/">b</a> <a href="mailto:n@example.org">c</a></p>';
    expect(await seen(main)).toBe(
      '<p><a href="https://example.org/base/guide/">a</a> <a href="https://other.example/x/">b</a> <a href="mailto:n@example.org">c</a></p>',
    );
  });

  test('keeps lists and their levels', async () => {
    const list = '<ul><li>one<ul><li>in</li></ul></li><li>two</li></ul><ol><li>first</li><li>second</li></ol>';
    expect((await seen(list)).replaceAll('\n', '')).toBe(list);
  });

  test('keeps in an item of a list all that stands in it', async () => {
    const item =
      '<h3>By e-mail</h3><p>A letter opens.</p><div><span>Step 2</span></div><p><a href="https://example.org/">Write</a></p>';
    expect((await seen(`<ul><li><div>${item}</div></li></ul>`)).replaceAll('\n', '')).toBe(
      `<ul><li>${item.replace(/<div>.*<\/div>/, '<p>Step 2</p>')}</li></ul>`,
    );
  });

  test('numbers an item once, as the page does', () => {
    const item = (number: number) => `<li class="line"><span class="figures text-soft">${number}</span><span>Item</span></li>`;
    expect(text(`<ol start="4">${item(4)}${item(5)}</ol>`)).toBe('4. Item\n5. Item');
  });

  test('leaves out what the page hides', () => {
    expect(text('<p>One.</p><p hidden>Later.</p><p>Two.</p>')).toBe('One.\n\nTwo.');
  });

  test('sets a second line apart', () => {
    expect(text('<li><a href="https://example.org/">Simon</a><span class="block text-sm">Main contact</span></li>')).toContain(
      '[Simon](https://example.org/) · Main contact',
    );
  });

  test('keeps each term with what it means', () => {
    expect(text('<dl><dt>Question</dt><dd>Can it?</dd></dl>')).toBe('**Question:**\n\nCan it?');
    expect(text('<dl><dt><strong>LLM</strong> in full</dt><dd>Large.</dd></dl>')).toBe('**LLM in full:**\n\nLarge.');
  });

  const checklist =
    '<check-list><ul class="rows"><li class="py-2.5">Ask first.</li><li>Then run.</li></ul></check-list><p>After.</p><ul><li>No box.</li></ul>';

  test('makes boxes of a checklist, to tick', async () => {
    expect(text(checklist)).toBe('- [ ] Ask first.\n- [ ] Then run.\n\nAfter.\n\n- No box.');
    expect((await seen(checklist)).match(/<input type="checkbox"/g) ?? []).toHaveLength(2);
  });

  test('does not change an address in a passage of code', () => {
    expect(text('<p><code>&lt;a href="/guide/"></code></p>')).toBe('`<a href="/guide/">`');
  });
});
