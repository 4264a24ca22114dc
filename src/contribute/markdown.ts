/**
 * Reads the text of an entry for the preview: paragraphs, headings, lists, quotations, tables, code, emphasis, links and the components.
 * The parser of the site is forty times the size that the form may have. What this one does not know, such as footnotes, shows as it
 * was typed, and the build renders the page.
 */
import { componentNames } from '../authoring/components.ts';

/** A piece of the page: an element with what is in it, or plain text. Nothing that was typed becomes a tag or an attribute. */
export interface Part {
  tag: keyof HTMLElementTagNameMap;
  className?: string;
  parts: readonly Piece[];
}
export type Piece = Part | string;

const part = (tag: Part['tag'], parts: readonly Piece[], className?: string): Part => ({
  tag,
  parts,
  ...(className ? { className } : {}),
});

/** Quotes and dots as printers set them; the build does the same. */
const typeset = (text: string): string =>
  text
    .replaceAll(/(^|[\s([{])"/g, '$1“')
    .replaceAll('"', '”')
    .replaceAll(/(^|[\s([{])'/g, '$1‘')
    .replaceAll("'", '’')
    .replaceAll('...', '…');

// What is bold or code ends soon: without a limit, a sign that is never closed makes each one read to the end.
const INLINE =
  /\\([!-/:-@[-`{-~])|(`+)(?!`)([\s\S]{1,600}?)(?<!`)\2(?!`)|(?:\\| {2,})\n|<Source\s+id="([^"\n]*)"\s*\/>|(!?)\[((?:[^[\]]|\[[^[\]]*\])*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|<((?:https?:\/\/|mailto:)?[^\s<>]+[@/.][^\s<>]*)>|(https?:\/\/[^\s<>]*[^\s<>.,:;!?'")]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(\*\*|__|~~)(?=\S)([\s\S]{1,600}?)(?<=\S)\9(?!\*)|(?<![\w*])([*_])(?=[^\s*_])([^*_]*[^\s*_])\11(?!\w)/g;

/** The sources in the order in which the text first cites them, which gives them their numbers. */
type Cited = string[];

const inline = (text: string, cited: Cited): Piece[] => {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    const [all, escaped, , code, source, picture, label, address, bare, strong, bold, , italic] = match;
    if (match.index > at) pieces.push(typeset(text.slice(at, match.index)));
    at = match.index + all.length;
    if (escaped) pieces.push(escaped);
    else if (code) pieces.push(part('code', [code.replaceAll('\n', ' ').replace(/^ (.+) $/, '$1')]));
    else if (source !== undefined) {
      if (!cited.includes(source)) cited.push(source);
      pieces.push(part('sup', [String(cited.indexOf(source) + 1)]));
    } else if (picture) pieces.push(part('em', [`Picture: ${label ?? ''}`]));
    else if (label !== undefined) pieces.push(part('u', inline(label, cited)));
    else if (address ?? bare) pieces.push(part('u', [address ?? bare ?? '']));
    else if (bold) pieces.push(part(strong === '~~' ? 'del' : 'strong', inline(bold, cited)));
    else if (italic) pieces.push(part('em', inline(italic, cited)));
    else pieces.push(part('br', []));
  }
  if (at < text.length) pieces.push(typeset(text.slice(at)));
  return pieces;
};

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])( {1,4}|$)/;
const ROW = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const TAG = new RegExp(
  String.raw`^<(${componentNames.filter((name) => name !== 'Source').join('|')})((?:\s+[\w-]+="[^"\n]*")*)\s*(/?)>[ \t]*(?:\n|$)`,
);

/** Lines of a tag that are looked at, and boxes inside boxes: more than anybody writes. */
const FAR = 9;
const DEEP = 20;

/** An item that ends a paragraph: a sentence may well go on with a year. */
const FIRST = /^ {0,3}(?:[-*+]|1[.)]) +\S/;

const begins = (line: string): boolean => [FENCE, HEADING, RULE, QUOTE, FIRST, TAG].some((block) => block.test(line));

const isBlank = (line: string | undefined): boolean => line?.trim() === '';

const cells = (row: string): string[] =>
  row
    .trim()
    .replaceAll(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

/** What a callout is called that has no title, by its kind. */
const USUAL = new Map([
  ['note', 'Note'],
  ['warning', 'Take care'],
  ['unconfirmed', 'To be confirmed'],
]);

/** A component as a reader sees it: its words in a box of its kind. */
const boxOf = (name: string, given: string, inner: readonly Piece[]): Part => {
  const said: Record<string, string | undefined> = Object.fromEntries(
    [...given.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value]) => [key, value] as const),
  );
  const usual = USUAL.get(said.kind ?? '');
  const title = said.title ?? said.term ?? usual;
  const about = [said.alt && `Picture: ${said.alt}`, said.caption, said.who, said.where].filter(Boolean).join(', ');
  const parts = [...(title ? [part('p', [part('strong', [title])])] : []), ...inner, ...(about ? [part('p', [about])] : [])];
  return part(name === 'Quote' ? 'blockquote' : 'div', parts, usual && `notice callout${usual === 'Note' ? ' calm' : ''}`);
};

/** Reads blocks from the lines that are not read yet. */
class Reader {
  #at = 0;
  #lines: readonly string[];
  #cited: Cited;
  #depth: number;

  constructor(lines: readonly string[], cited: Cited, depth: number) {
    this.#lines = lines;
    this.#cited = cited;
    this.#depth = depth;
  }

  get #line(): string | undefined {
    return this.#lines[this.#at];
  }

  /** The lines from here on as long as `goes` says so. */
  #take(goes: (line: string, index: number) => boolean): string[] {
    const first = this.#at;
    while (this.#line !== undefined && goes(this.#line, this.#at - first)) this.#at += 1;
    return this.#lines.slice(first, this.#at);
  }

  #inside(lines: readonly string[]): Part[] {
    return this.#depth < DEEP ? new Reader(lines, this.#cited, this.#depth + 1).blocks() : [part('p', [lines.join('\n')])];
  }

  #inline(text: string): Piece[] {
    return inline(text, this.#cited);
  }

  blocks(): Part[] {
    const made: Part[] = [];
    while (this.#line !== undefined) {
      if (isBlank(this.#line)) this.#at += 1;
      else made.push(this.#block(this.#line));
    }
    return made;
  }

  #block(line: string): Part {
    const fence = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      const [, ...code] = this.#take((one, index) => index === 0 || !one.trim().startsWith(fence));
      this.#at += 1;
      return part('pre', [part('code', [code.join('\n')])]);
    }
    const [, signs, words = ''] = HEADING.exec(line) ?? [];
    if (signs !== undefined || RULE.test(line)) {
      this.#at += 1;
      return signs === undefined ? part('hr', []) : part(`h${signs.length}` as 'h2', this.#inline(words));
    }
    if (QUOTE.test(line)) {
      const quoted = this.#take((one) => QUOTE.test(one) || (!isBlank(one) && !begins(one)));
      return part('blockquote', this.#inside(quoted.map((one) => one.replace(QUOTE, ''))));
    }
    const sign = ITEM.exec(line)?.[2];
    if (sign !== undefined) return this.#list(sign);
    const tag = line.startsWith('<') && TAG.exec(this.#lines.slice(this.#at, this.#at + FAR).join('\n'));
    if (tag) return this.#component(tag);
    if (line.includes('|') && ROW.test(this.#lines[this.#at + 1] ?? '')) {
      const [head = '', , ...rows] = this.#take((one) => !isBlank(one));
      const row = (of: 'th' | 'td', text: string) =>
        part(
          'tr',
          cells(text).map((cell) => part(of, this.#inline(cell))),
        );
      return part('table', [row('th', head), ...rows.map((one) => row('td', one))]);
    }
    const text = this.#take((one, index) => index === 0 || (!isBlank(one) && !begins(one)));
    return part(
      'p',
      this.#inline(
        text
          .map((one) => one.trimStart())
          .join('\n')
          .trimEnd(),
      ),
    );
  }

  #component([all, name = '', given = '', whole]: RegExpExecArray): Part {
    this.#at += all.trimEnd().split('\n').length;
    let open = 1;
    const inner = whole
      ? []
      : this.#take((one) => {
          const [, inside, , closed] = TAG.exec(one) ?? [];
          if (inside === name && !closed) open += 1;
          if (one.trim() === `</${name}>`) open -= 1;
          return open > 0;
        });
    if (!whole) this.#at += 1;
    return boxOf(name, given, this.#inside(inner));
  }

  #list(sign: string): Part {
    const next = (line = ''): string | undefined => {
      const [all, , other] = RULE.test(line) ? [] : (ITEM.exec(line) ?? []);
      return other?.at(-1) === sign.at(-1) ? all : undefined;
    };
    const items: Part[] = [];
    let loose = false;
    for (let head = next(this.#line); head !== undefined; head = next(this.#line)) {
      const indent = ' '.repeat(head.length);
      const own = this.#take((line, index) => {
        if (index === 0 || line.startsWith(indent)) return true;
        if (isBlank(line)) return this.#lines[this.#at + 1]?.startsWith(indent) ?? false;
        return !isBlank(this.#lines[this.#at - 1]) && next(line) === undefined && !begins(line);
      });
      items.push(
        part(
          'li',
          this.#inside(own.map((line, index) => (index === 0 || line.startsWith(indent) ? line.slice(indent.length) : line))),
        ),
      );
      const gap = isBlank(this.#line) && next(this.#lines[this.#at + 1]) !== undefined;
      if (gap) this.#at += 1;
      loose ||= gap || own.some(isBlank);
    }
    const tight = (piece: Piece): readonly Piece[] => (typeof piece !== 'string' && piece.tag === 'p' ? piece.parts : [piece]);
    return part(/\d/.test(sign) ? 'ol' : 'ul', loose ? items : items.map((item) => part('li', item.parts.flatMap(tight))));
  }
}

/** The text of an entry as parts of a page. Whatever it holds, it is read. */
export const readMarkdown = (text: string): Part[] => new Reader(text.split('\n'), [], 0).blocks();
