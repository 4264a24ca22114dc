/**
 * Lets clinical prose work as typed. What only looks like syntax (`{text}`, `p<0.05`, `<patient>`) is exchanged for stand-ins before
 * the parser sees it, and put back in the parsed tree. The parser therefore never meets a brace that could open an expression, and
 * nobody has to know beforehand what is code: in code, too, the tree gets back what was typed.
 */
import { markdownToMdast } from 'satteri';
import { componentNames } from './components.ts';

/**
 * Punctuation that no keyboard has: the parser must take a stand-in for punctuation, as it does the sign it stands for, because that
 * decides where emphasis begins and ends. Those that a text does contain are passed over.
 */
const STAND_INS = '⳹⳺⳻⳼⳾⳿⸀⸁⸎⸏⸐⸑⸒⸓⸖⸞⸟⸪⸫⸬⸭⸱⸲⸳⸴⸵⸶⸷⸸⸹⸼⸽⸾⹀⹁⹃⹄⹅⹆⹇⹈⹉⹊⹋⹌⹍⹎⹏';

const MASKED = ['{', '}', '<', 'i', 'e', '-'] as const;

/** A tag of a component as the parser takes it without objection: names, and values in quotes. No empty line inside. */
const SPACE = String.raw`(?:[ \t]|\r?\n(?![ \t]*\r?\n))`;
const NAMES = componentNames.join('|');
const TAG = new RegExp(
  String.raw`<(?:/(?:${NAMES})[ \t]*|(?:${NAMES})(?:${SPACE}+[A-Za-z][\w-]*(?:=(?:"[^"\r\n]*"|'[^'\r\n]*'))?)*${SPACE}*/?)>`,
  'y',
);
const AUTOLINK = /<((?:https?:\/\/|mailto:|tel:)[^\s<>]*|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)>/iy;
const COMMENT_SIGN = /<!--+|--+>/y;
const DESTINATION = /(\]\([ \t]*(?:\r?\n[ \t]*)?|\]:[ \t]*(?:\r?\n[ \t]*)?)(<(?:[^<>\r\n\\]|\\.)*>)/g;

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

/** The `<` of link destinations such as `[x](<a b.pdf>)`, found by the parser itself in the text with all else masked. */
const destinations = (body: string, stand: (sign: string) => string): Set<number> => {
  const found = [...body.matchAll(DESTINATION)].map((match) => match.index + (match[1]?.length ?? 0));
  if (found.length === 0) return new Set();
  const candidates = new Set(found);
  const probe = body.replace(/</g, (sign, index: number) => (candidates.has(index) ? sign : stand(sign)));
  const real = new Set<number>();
  const pending: { type: string; position?: { start: { offset?: number }; end: { offset?: number } }; children?: unknown[] }[] = [
    markdownToMdast(probe, { features: { frontmatter: false } }) as never,
  ];
  const ranges: [number, number][] = [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (/^(link|image|definition)$/.test(node.type))
      ranges.push([node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]);
    for (const child of node.children ?? []) pending.push(child as never);
  }
  for (const [start, end] of ranges) for (const index of found) if (index > start && index < end) real.add(index);
  return real;
};

/**
 * Masks a text.
 *
 * @param withheld offsets of component tags that are to be taken for text, because the parser objected to them.
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

  const kept = destinations(body, stand);
  const angles: number[] = [];
  const tags: Masked['tags'] = [];
  const modules: number[] = [];
  const autolinks: { written: string; address: string }[] = [];
  const shifts: { at: number; by: number }[] = [];
  let text = '';
  let at = 0;
  const matchAt = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(body);
  };
  const SPECIAL = /[{}<-]|(?<=^|\n|\r)[ie](?:mport|xport)(?=[\s{*"'])/g;
  for (let hit = SPECIAL.exec(body); hit; hit = SPECIAL.exec(body)) {
    if (hit.index < at) continue;
    text += body.slice(at, hit.index);
    at = hit.index;
    const sign = body.charAt(at);
    if (sign === 'i' || sign === 'e') {
      modules.push(at + bom);
      text += stand(sign);
    } else if (isEscaped(body, at)) {
      text += sign;
    } else if (sign === '-') {
      const comment = body[at - 1] !== '-' && matchAt(/--+>/y);
      if (comment) {
        text += stand('-').repeat(comment[0].length - 1) + '>';
        at += comment[0].length;
        SPECIAL.lastIndex = at;
        continue;
      }
      text += sign;
    } else if (sign !== '<') {
      text += stand(sign);
    } else {
      const tag = withheld.has(at + bom) ? null : matchAt(TAG);
      const autolink = tag ? null : matchAt(AUTOLINK);
      const comment = matchAt(COMMENT_SIGN);
      if (tag) {
        // Passed on whole: between its quotes the parser knows neither braces nor tags.
        tags.push({ offset: at + bom, end: at + tag[0].length + bom });
        text += tag[0];
        at += tag[0].length;
        SPECIAL.lastIndex = at;
        continue;
      } else if (kept.has(at)) {
        text += sign;
      } else if (autolink) {
        const token = `[${label}${autolinks.length}${label}](#)`;
        autolinks.push({ written: autolink[0], address: autolink[1] ?? '' });
        text += token;
        at += autolink[0].length;
        shifts.push({ at: text.length, by: autolink[0].length - token.length });
        SPECIAL.lastIndex = at;
        continue;
      } else if (comment) {
        angles.push(at + bom);
        text += `${stand('<')}!${stand('-').repeat(comment[0].length - 2)}`;
        at += comment[0].length;
        SPECIAL.lastIndex = at;
        continue;
      } else {
        angles.push(at + bom);
        text += stand(sign);
      }
    }
    at += 1;
  }
  text += body.slice(at);

  const token = new RegExp(`\\[${label}(\\d+)${label}\\]\\(#\\)`, 'g');
  const bare = new RegExp(`${label}(\\d+)${label}`, 'g');
  const standing = new RegExp(`[${[...originals.keys()].join('')}]`, 'g');
  return {
    text,
    changed: text !== written,
    restore: (value) =>
      value
        .replace(token, (_, index: string) => autolinks[Number(index)]?.written ?? '')
        .replace(bare, (_, index: string) => autolinks[Number(index)]?.address ?? '')
        .replace(standing, (standIn) => originals.get(standIn) ?? standIn),
    autolinkOf: (value) => {
      const index = new RegExp(`^${label}(\\d+)${label}$`).exec(value)?.[1];
      return index === undefined ? undefined : autolinks[Number(index)]?.address;
    },
    toWritten: (offset) => {
      let result = offset;
      for (const shift of shifts) {
        if (offset >= shift.at) result += shift.by;
        else break;
      }
      return result + bom;
    },
    angles,
    tags,
    modules,
  };
};
