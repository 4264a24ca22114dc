/**
 * Lets clinical prose work as typed. What only looks like syntax (`{text}`, `p<0.05`, `<patient>`) is exchanged for stand-ins before
 * the parser sees it, and put back in the parsed tree. The parser therefore never meets a brace that could open an expression, and
 * nobody has to know beforehand what is code: in code, too, the tree gets back what was typed.
 *
 * An HTML comment is shown as it was typed: nothing in a public file is hidden from those who read or review a page.
 */
import { markdownToMdast, type MdastNode } from 'satteri';
import { componentNames } from './components.ts';

/**
 * Punctuation that no keyboard has: the parser must take a stand-in for punctuation, as it does the sign it stands for, because that
 * decides where emphasis begins and ends. Those that a text does contain are passed over.
 */
const STAND_INS = '⳹⳺⳻⳼⳾⳿⸀⸁⸎⸏⸐⸑⸒⸓⸖⸞⸟⸪⸫⸬⸭⸱⸲⸳⸴⸵⸶⸷⸸⸹⸼⸽⸾⹀⹁⹃⹄⹅⹆⹇⹈⹉⹊⹋⹌⹍⹎⹏';

const MASKED = ['{', '}', '<', '>', 'i', 'e', '-', '(', ':', '!', '"', "'"] as const;

/** A tag of a component as the parser takes it without objection: names, and values in quotes. No empty line inside. */
const SPACE = String.raw`(?:[ \t]|\r?\n(?![ \t]*\r?\n))`;
const NAMES = componentNames.join('|');
const TAG = new RegExp(
  String.raw`<(?:/(?:${NAMES})[ \t]*|(?:${NAMES})(?:${SPACE}+[A-Za-z_$][\w$-]*(?::[A-Za-z_$][\w$-]*)?(?:[ \t]*=[ \t]*(?:"[^"\r\n]*"|'[^'\r\n]*'))?)*${SPACE}*/?)>`,
  'y',
);
const AUTOLINK = /<((?:https?:\/\/|mailto:|tel:)[^\s<>]*|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)>/iy;
const COMMENT = /<!--+/y;
const COMMENT_END = /--+>/y;
/** Where a destination in angle brackets may begin: `[x](<a b.pdf>)` and `[x]: <a b.pdf>`. */
const DESTINATION = /\]([(:])([ \t]*(?:\r?\n[ \t]*)?)</g;

export interface Masked {
  /** What the parser reads. */
  text: string;
  /** Whether the text differs from what was written, so that the tree needs mending. */
  changed: boolean;
  /** Puts back what was typed into a string of the tree. */
  restore: (value: string) => string;
  /** The address of a link that was written `<address>`, by the text of its label in the tree. */
  autolinkOf: (label: string) => string | undefined;
  /** An offset into `text` as an offset into the text as written. */
  toWritten: (offset: number) => number;
  /** Every `<` that was taken for text, as offsets into the text as written. */
  angles: number[];
  /** Every tag of a component that the parser gets to see, as offsets into the text as written. */
  tags: { offset: number; end: number }[];
  /** Every `import` and `export` at the beginning of a line, as offsets into the text as written. */
  modules: number[];
}

/** The address behind `<…>`: an e-mail gets its scheme. */
export const autolinkUrl = (address: string): string => (/^[a-z]+:/i.test(address) ? address : `mailto:${address}`);

/** Whether the sign at `index` is escaped: an odd number of backslashes stands before it. */
const isEscaped = (text: string, index: number): boolean => {
  let first = index;
  while (text[first - 1] === '\\') first -= 1;
  return (index - first) % 2 === 1;
};

interface Range {
  start: number;
  end: number;
}

/** The links and definitions of a text, in order. */
const linkRanges = (text: string): Range[] => {
  const ranges: Range[] = [];
  const pending: MdastNode[] = [markdownToMdast(text, { features: { frontmatter: false } })];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      ranges.push({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 });
    if ('children' in node) for (const child of node.children) pending.push(child as MdastNode);
  }
  return ranges.toSorted((a, b) => a.start - b.start);
};

/** Whether this is `[^1]: `, the beginning of a footnote, after which any text may stand. */
const isFootnote = (body: string, { 1: sign, index }: RegExpExecArray): boolean =>
  sign === ':' && body.startsWith('[^', body.lastIndexOf('[', index));

/**
 * Where a destination in angle brackets could begin: the `<`, and the sign before it that makes it one. Whether it is one says the
 * parser itself, from the text with all else masked.
 */
const destinations = (body: string, stand: (sign: string) => string): { real: Set<number>; unreal: Set<number> } => {
  const found = new Map(
    [...body.matchAll(DESTINATION)]
      .filter((match) => !isFootnote(body, match))
      .map((match) => [match.index + match[0].length - 1, match.index + 1]),
  );
  const real = new Set<number>();
  if (found.size > 0) {
    const ranges = linkRanges(body.replace(/</g, (sign, index: number) => (found.has(index) ? sign : stand(sign))));
    let next = 0;
    let reach = 0;
    for (const index of found.keys()) {
      for (let range = ranges[next]; range && range.start < index; range = ranges[next]) {
        reach = Math.max(reach, range.end);
        next += 1;
      }
      if (index < reach) real.add(index);
    }
  }
  return { real, unreal: new Set([...found].filter(([index]) => !real.has(index)).map(([, before]) => before)) };
};

/** What may need a stand-in. `>65` at the beginning of a line is no quotation, because one is written with a space. */
const SPECIAL = /[{}<"']|>(?=[=\d])|-(?=-)|(?<=\])[(:]|!(?=<)|(?<=^|\n|\r)[ie](?:mport|xport)(?=[\s{*"'])/g;

/** How long an example of JSON in a sentence may be. */
const JSON_AT_MOST = 5000;

/** Where braces with quoted names end, such as `{"a": 1}`: in them quotes stay straight, because somebody may copy them. */
const jsonEnd = (body: string, start: number, furthest: number): number => {
  if (!/^\{\s*["'}]/.test(body.slice(start, start + 80))) return start;
  let depth = 0;
  for (let at = start; at < Math.min(body.length, start + furthest); at += 1) {
    if (body[at] === '{') depth += 1;
    else if (body[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
    if (body[at] === '\n' && /^[ \t]*\r?\n/.test(body.slice(at + 1, at + 80))) return start;
  }
  return start;
};

/**
 * The parser's time to curl quotes grows with the square of their number in one block of text. Blocks that would take a page beyond
 * this sum of squares, such as pasted data, keep their quotes straight.
 */
const QUOTES_SQUARED = 4_000_000;

/** Where blocks with very many quotes lie, in order. */
const quoteHeaps = (body: string): Range[] => {
  const heaps: Range[] = [];
  let spent = 0;
  let start = 0;
  for (const { index, 0: gap } of [...body.matchAll(/\n[ \t>]*\r?\n|$/g)]) {
    let count = 0;
    for (let at = start; at < index; at += 1) if (body[at] === '"' || body[at] === "'") count += 1;
    if (spent + count ** 2 > QUOTES_SQUARED) heaps.push({ start, end: index });
    else spent += count ** 2;
    start = index + gap.length;
  }
  return heaps;
};

interface Writing {
  /** What was written, without the invisible mark that some editors put before it. */
  body: string;
  /** How much longer the text as written is, at its beginning. */
  bom: number;
  stand: (sign: string) => string;
  /** What stands around the number of an autolink. */
  label: string;
  withheld: ReadonlySet<number>;
}

/** Exchanges what only looks like syntax, from the first sign to the last. */
const exchange = ({ body, bom, stand, label, withheld }: Writing) => {
  const { real, unreal } = destinations(body, stand);
  const angles: number[] = [];
  const tags: Masked['tags'] = [];
  const modules: number[] = [];
  const autolinks: { written: string; address: string }[] = [];
  const shifts: { at: number; by: number }[] = [];
  let text = '';
  let at = 0;
  let inComment = false;
  const heaps = quoteHeaps(body);
  let heap = 0;
  let straightTo = 0;
  let search = 100 * JSON_AT_MOST;
  const match = (pattern: RegExp, from = at): RegExpExecArray | null => {
    pattern.lastIndex = from;
    return pattern.exec(body);
  };

  /** What a `<` becomes, and how much of the text that takes. */
  const angle = (): [taken: number, given: string] => {
    const tag = withheld.has(at + bom) ? null : match(TAG);
    // Passed on whole: between its quotes the parser knows neither braces nor tags.
    if (tag) {
      tags.push({ offset: at + bom, end: at + tag[0].length + bom });
      return [tag[0].length, tag[0]];
    }
    if (real.has(at)) return [1, '<'];
    const autolink = match(AUTOLINK);
    if (autolink) {
      autolinks.push({ written: autolink[0], address: autolink[1] ?? '' });
      return [autolink[0].length, `[${label}${autolinks.length - 1}${label}](#)`];
    }
    angles.push(at + bom);
    const comment = match(COMMENT);
    if (!comment) return [1, stand('<')];
    inComment = true;
    return [comment[0].length, `${stand('<')}!${stand('-').repeat(comment[0].length - 2)}`];
  };

  const step = (sign: string): [taken: number, given: string] => {
    if (sign === 'i' || sign === 'e') {
      modules.push(at + bom);
      return [1, stand(sign)];
    }
    if (sign === '(' || sign === ':') return [1, unreal.has(at) ? stand(sign) : sign];
    if (isEscaped(body, at)) return [1, sign];
    switch (sign) {
      case '<':
        return angle();
      case '{':
        if (at >= straightTo) {
          const end = jsonEnd(body, at, Math.min(JSON_AT_MOST, search));
          search -= end === at ? JSON_AT_MOST / 100 : end - at;
          straightTo = end;
        }
        return [1, stand(sign)];
      case '"':
      case "'":
        while ((heaps[heap]?.end ?? Infinity) < at) heap += 1;
        return [1, at < straightTo || at >= (heaps[heap]?.start ?? Infinity) ? stand(sign) : sign];
      case '!':
        // Before the link that stands for an address it would make a picture of it.
        return [1, match(AUTOLINK, at + 1) ? stand(sign) : sign];
      case '-': {
        const end = inComment ? match(COMMENT_END) : null;
        if (!end) return [1, sign];
        inComment = false;
        return [end[0].length, `${stand('-').repeat(end[0].length - 1)}>`];
      }
      default:
        return [1, stand(sign)];
    }
  };

  for (const { index } of body.matchAll(SPECIAL)) {
    if (index < at) continue;
    text += body.slice(at, index);
    at = index;
    const [taken, given] = step(body.charAt(at));
    text += given;
    at += taken;
    if (taken !== given.length) shifts.push({ at: text.length, by: at - text.length });
  }
  text += body.slice(at);
  return { text, angles, tags, modules, autolinks, shifts };
};

/**
 * Masks a text.
 *
 * @param withheld offsets of component tags that are to be taken for text, because the parser objected to them.
 * @throws RangeError if the text itself holds nearly all of the stand-ins.
 */
export const mask = (written: string, withheld: ReadonlySet<number> = new Set()): Masked => {
  const bom = written.startsWith('\uFEFF') ? 1 : 0;
  const body = written.slice(bom).replaceAll('\0', '\uFFFD');
  const free = [...STAND_INS].filter((sign) => !body.includes(sign));
  if (free.length < MASKED.length + 1) throw new RangeError('The text holds signs that no text of this site needs.');
  const standIns = new Map<string, string>(MASKED.map((sign, index) => [sign, free[index] as string]));
  const originals = new Map([...standIns].map(([sign, standIn]) => [standIn, sign]));
  const label = free[MASKED.length] as string;
  const stand = (sign: string) => standIns.get(sign) ?? sign;
  const { text, angles, tags, modules, autolinks, shifts } = exchange({ body, bom, stand, label, withheld });

  const whole = new RegExp(`\\[${label}(\\d+)${label}\\]\\(#\\)`, 'g');
  const bare = new RegExp(`${label}(\\d+)${label}`, 'g');
  const standing = new RegExp(`[${[...originals.keys()].join('')}]`, 'g');
  return {
    text,
    changed: text !== written,
    restore: (value) =>
      value
        .replace(whole, (_, index: string) => autolinks[Number(index)]?.written ?? '')
        .replace(bare, (_, index: string) => autolinks[Number(index)]?.address ?? '')
        .replace(standing, (standIn) => originals.get(standIn) ?? standIn),
    autolinkOf: (value) => {
      const index = new RegExp(`^${label}(\\d+)${label}$`).exec(value)?.[1];
      return index === undefined ? undefined : autolinks[Number(index)]?.address;
    },
    toWritten: (offset) => {
      let low = 0;
      let high = shifts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((shifts[middle]?.at ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      return offset + (shifts[low - 1]?.by ?? 0) + bom;
    },
    angles,
    tags,
    modules,
  };
};
