/** What a page keeps of its style block: whatever it can match, and nothing that it cannot. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namesInPage, namesInScript, usedStyles } from '../../src/site/used-styles.ts';

const of = (css: string, html: string, script = ''): string => {
  const names = new Set([...namesInPage(html), ...namesInScript(script)]);
  return usedStyles(css, (name) => names.has(name));
};

test.each([
  ['a class of the page', '.card{color:red}', '<p class="lead card">'],
  ['an element of the page', 'h2{color:red}', '<h2>'],
  ['a class as a utility writes it', '.mt-0\\.5{color:red}', '<p class="mt-0.5">'],
  ['a class with brackets', '.max-w-\\[40rem\\]{color:red}', '<p class="max-w-[40rem]">'],
  ['a scope of Astro', '[data-astro-cid-x1] em{color:red}', '<div data-astro-cid-x1><em>'],
  ['no name at all', ':root{--a:1}', ''],
  ['an attribute alone', '[popover]{color:red}', ''],
  ['alternatives, of which the page may have any', ':is(.a,.b)>:not(.c){color:red}', ''],
  ['what stands round no rule', '@font-face{font-family:X;src:url(x.woff2)}', ''],
  ['key frames, whose steps are no elements', '@keyframes turn{from{color:red}to{color:blue}}', ''],
  ['the order of layers', '@layer theme,base;', ''],
  ['a rule within a condition within a layer', '@layer a{@media print{.card{color:red}}}', '<p class="card">'],
  ['the first letter of an element', 'p:first-child::first-letter{color:red}', '<p>'],
])('%s is kept', (_what, css, html) => {
  expect(of(css, html).replaceAll(/\s/g, '')).toBe(css.replaceAll(/\s/g, ''));
});

test.each([
  ['a class that is only the beginning of one on the page', '.car{color:red}', '<p class="card">'],
  ['an element that the page has as a word', 'table{color:red}', '<p>a table</p>'],
  ['a class on an element that is missing', '.card em{color:red}', '<p class="card">'],
  ['a scope of another component', '[data-astro-cid-x2] em{color:red}', '<div data-astro-cid-x1><em>'],
  ['a condition with nothing left in it', '@media print{.card{color:red}}', '<p>'],
])('%s is left out', (_what, css, html) => {
  expect(of(css, html)).toBe('');
});

test('of a list of selectors those stay that can match', () => {
  expect(of('h1,.card em,p{color:red}', '<p>')).toBe('p{color:red}');
});

test('a word of a script counts as a class, an element or several', () => {
  expect(of('.ticks{color:red}', '<p>', 'this.className=`ticks`')).not.toBe('');
  expect(of('.mt-0\\.5{color:red}', '<p>', "make('p',{className:'rows mt-0.5'})")).not.toBe('');
  expect(of('dialog{color:red}', '<p>', 'x.innerHTML="<dialog open>"')).not.toBe('');
});

test('a style sheet that cannot be read stops the build', () => {
  expect(() => of('.card{color:red', '<p>')).toThrow(/Unclosed block/);
});

test('whatever the names, a declaration that stays is one that was there, and all stay where every name is known', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd');
  const selector = fc.tuple(name, name).map(([first, second]) => `.${first} .${second}`);
  const sheet = fc.array(selector, { maxLength: 8 }).map((all) => all.map((one, index) => `${one}{--n:${index}}`));
  fc.assert(
    fc.property(sheet, fc.subarray(['a', 'b', 'c', 'd']), (rules, known) => {
      const kept = usedStyles(rules.join(''), (one) => known.includes(one));
      const meant = rules.filter((rule) => [...rule.matchAll(/\.(\w)/g)].every(([, one]) => known.includes(one ?? '')));
      expect(kept).toBe(meant.join(''));
    }),
  );
});
