/** Tells apart what looks like a tag in prose: a component that does not exist, raw HTML, or a word in angle brackets. */
import { componentNames, componentOf } from './components.ts';
import type { DialectFault } from './faults.ts';
import { nearest } from '../nearest.ts';

/** The elements of HTML but `s`, which marks where models begin a text, and those of SVG and MathML that are no everyday words. */
const HTML = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button canvas ' +
    'caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font ' +
    'footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins isindex kbd keygen label legend li ' +
    'link listing main map mark marquee menu menuitem meta meter nav nobr noembed noframes noscript object ol optgroup option output p ' +
    'param picture plaintext portal pre progress q rp rt ruby samp script search section select slot small source span strike strong ' +
    'style sub summary sup table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp ' +
    'svg math foreignobject animate animatemotion animatetransform maction xlink'
  ).split(' '),
);

/** The Markdown way of what people reach for HTML for. */
const INSTEAD: Readonly<Record<string, string>> = {
  a: 'Write a link as [text](https://…).',
  b: 'Write bold text as **text**.',
  strong: 'Write bold text as **text**.',
  i: 'Write emphasis as *text*.',
  em: 'Write emphasis as *text*.',
  br: 'Begin a new paragraph, or end the line with a backslash; in a table, write a comma or a new row.',
  hr: 'Write a line as ---.',
  img: 'Write a picture as ![what it shows](./name.png), with the file beside the page.',
  picture: 'Write a picture as ![what it shows](./name.png), with the file beside the page.',
  code: 'Write code between backticks.',
  pre: 'Write code between two lines of three backticks.',
  p: 'Leave an empty line between paragraphs.',
  ul: 'Begin each line of a list with a hyphen.',
  ol: 'Begin each line of a list with 1. 2. 3.',
  li: 'Begin each line of a list with a hyphen.',
  blockquote: 'Begin each line of a quotation with >.',
  table: 'Write a table with | between the cells.',
  details: 'Use <Disclosure title="…">.',
  summary: 'Use <Disclosure title="…">.',
  figure: 'Use <Figure src="./name.png" alt="…" caption="…" />.',
  dl: 'Use <Definition term="…">.',
  iframe: 'Write a link to it; nothing is loaded from others.',
  video: 'Write a link to it; nothing is loaded from others.',
  script: 'Pages run no scripts.',
  style: 'The site has one look for all pages.',
  del: 'Write struck text as ~~text~~.',
  sub: 'Write the sign itself, such as ₂.',
  sup: 'Write the sign itself, such as ².',
};

/** Whole elements that Markdown can say, without anything inside. */
const INSTEAD_OF: readonly [RegExp, string][] = [
  [/^<(b|strong)>([^<>*\n]+)<\/\1>/i, '**$2**'],
  [/^<(i|em)>([^<>*\n]+)<\/\1>/i, '*$2*'],
  [/^<(del|strike)>([^<>~\n]+)<\/\1>/i, '~~$2~~'],
  [/^<(code|kbd|samp)>([^<>`\n]+)<\/\1>/i, '`$2`'],
  [/^<(a)\s+href="(https:\/\/[^"\s()<>]+)">([^<>[\]\n]+)<\/a>/i, '[$3]($2)'],
  [/^<hr\s*\/?>$/i, '---'],
];

/** What stands in place of an element, and how much of the text that replaces. */
const asMarkdown = (text: string): { fix: string; length: number } | undefined => {
  for (const [pattern, by] of INSTEAD_OF) {
    const whole = pattern.exec(text)?.[0];
    if (whole !== undefined) return { fix: whole.replace(pattern, by), length: whole.length };
  }
  return undefined;
};

const QUOTE_IT = 'To show it as it is, put it between backticks.';
const NAME = /^<\/?\s*([A-Za-z][\w-]*)((?:[.:][\w-]*)*)/;
/** What follows a name in a whole tag: attributes, then the end. */
const REST = String.raw`(?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^\s"'=<>\x60{]+))?)*\s*/?>`;
const WHOLE = new RegExp(String.raw`^<\/?[A-Za-z][\w.:-]*${REST}`);
const GIVEN = /^<[A-Za-z][\w.:-]*\s*\/?\s*(?:[^<>"'=]{0,80}\s)?[A-Za-z_@:][\w.:-]*\s*=\s*[{"'\w/`]/;
const SPREAD = /^<[A-Za-z][\w.:-]*[^<>]{0,80}\{/;
const ACTIVE = /^<[^<>]*[\s/](?:on[a-z]+|style|src|srcdoc|href|xlink:href|formaction|action)\s*=/i;
const DANGEROUS = /^<\s*(?:javascript|data|vbscript|file|blob|view-source)\s*:/i;

/** A fault without its place: how much of the text it is about, from the `<` on. */
type Found = Omit<DialectFault, 'offset' | 'end'> & { length?: number };

const listed = (): string => componentNames.map((name) => `<${name}>`).join(', ');

/** Why a tag of a component could not be read, in the order in which authors get it wrong. */
const malformed = (name: string, text: string): Found => {
  const tag = /^<[^<>]*>?/.exec(text)?.[0] ?? text;
  const has = Object.keys(componentOf(name)?.attributes ?? {}).join(', ');
  if (/^<\/?\w+[.:]/.test(tag)) return { kind: 'component', message: `<${name}> has no parts. Write its name alone.` };
  if (/\{\s*\.\.\./.test(tag))
    return {
      kind: 'attribute',
      message: `<${name}> takes no spread of attributes. Write each one out, in quotes; it takes: ${has}.`,
    };
  if (/[=\s]\{/.test(tag)) {
    const fix = tag.replace(/=\{\s*(?:"([^"{}]*)"|'([^'"{}]*)'|`([^`"{}$]*)`)\s*\}/g, '="$1$2$3"');
    const mended = fix !== tag && !fix.includes('{');
    return {
      kind: 'attribute',
      message: `<${name}> has a value in braces, which would run as code. Write plain text in straight double quotes.`,
      ...(mended ? { fix } : {}),
    };
  }
  if (/[“”‘’«»]/.test(tag)) {
    const fix = tag.replace(/[“”«»]/g, '"');
    return {
      kind: 'attribute',
      message: `<${name}> has a value in curly quotes. Use straight double quotes.`,
      ...(/[‘’]/.test(fix) || !tag.endsWith('>') ? {} : { fix }),
    };
  }
  if (/=\s*[^\s"'>]/.test(tag)) {
    const fix = tag.replace(/=\s*([\w.-]+)(?=[\s/>])/g, '="$1"');
    return {
      kind: 'attribute',
      message: `<${name}> has a value without quotes. Put it in straight double quotes.`,
      ...(tag.endsWith('>') && fix !== tag ? { fix } : {}),
    };
  }
  return {
    kind: 'syntax',
    message: `<${name} does not end as a tag. Write <${name} name="value"> or <${name} name="value" />, with straight double quotes; it takes: ${has}.`,
  };
};

const capitalised = (name: string, text: string): Found | undefined => {
  // `<DOB>` and `<NHS number>` are blanks in a template, `<Median and >` a comparison.
  const bare = /^<\/?[A-Z][\w.:-]*\s*\/?>/.test(text);
  if (!(bare && !/^[A-Z][A-Z0-9_-]+$/.test(name)) && !GIVEN.test(text) && !SPREAD.test(text)) return undefined;
  const meant = nearest(name, componentNames);
  const guess = meant ? ` Did you mean <${meant}>?` : '';
  const opening = /^<\/?[A-Z][\w.:-]*/.exec(text)?.[0] ?? '';
  return {
    kind: 'component',
    message: `<${name}> is not a component of this site.${guess} There are: ${listed()}. ${QUOTE_IT}`,
    ...(meant ? { fix: opening.replace(name, meant) } : {}),
  };
};

const faultOf = (text: string, before: string): Found | undefined => {
  if (DANGEROUS.test(text))
    return {
      kind: 'address',
      message: 'This address could run code or read files. Links start with https://, mailto:, tel:, / or #.',
    };
  if (/^<\/\s*>/.test(text)) return { kind: 'component', message: '<></> is no Markdown. Leave both out.' };
  if (/^<(\?[a-z]|![A-Z[])/i.test(text)) return { kind: 'html', message: `Pages hold no raw HTML. ${QUOTE_IT}` };
  const [, first = '', parts = ''] = NAME.exec(text) ?? [];
  if (first === '') return undefined;
  if (componentOf(first)) return malformed(first, text);
  const html = HTML.has(first.toLowerCase());
  // `if a <b and c> d` compares; nobody gives so short an element words without values.
  const whole = WHOLE.test(text) && !(first.length === 1 && /^<\w\s[^<>=]*[^\s/]\s*>/.test(text));
  if (parts !== '') {
    if (!(html || /^[A-Z]/.test(first)) || !(whole || GIVEN.test(text))) {
      return ACTIVE.test(text) ? { kind: 'html', message: `Pages hold no raw HTML. ${QUOTE_IT}` } : undefined;
    }
    return {
      kind: 'component',
      message: `<${first}${parts}> is not a component of this site. There are: ${listed()}. ${QUOTE_IT}`,
    };
  }
  if (html ? whole || GIVEN.test(text) || ACTIVE.test(text) : /^[a-z]/.test(first) && ACTIVE.test(text)) {
    const instead = INSTEAD[first.toLowerCase()] ?? `Use Markdown, or one of: ${listed()}.`;
    return {
      kind: 'html',
      message: `<${first}> is raw HTML, which pages do not hold. ${instead} ${QUOTE_IT}`,
      ...asMarkdown(text),
    };
  }
  if (!/^[A-Z]/.test(first) || (/\w/.test(before) && !GIVEN.test(text))) return undefined;
  return capitalised(first, text);
};

/**
 * What is wrong with a `<` that begins no tag the parser may see; undefined when it is mere text.
 *
 * @param text what follows, from the `<` on.
 * @param before the sign before it: after a letter, as in `List<String>`, a capitalised word is a type and no component.
 */
export const angleFault = (text: string, before = ''): (Found & { length: number }) | undefined => {
  const found = faultOf(text, before);
  if (!found) return undefined;
  const tag = found.fix?.endsWith('>') ? /^<[^<>]*>/ : /^<\/?[\w.:-]*/;
  return { length: tag.exec(text)?.[0].length ?? 1, ...found };
};
