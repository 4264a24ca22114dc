/** Checks headings, pictures and the words of links: what makes a page readable for everybody. */
import type { Heading, Link, Picture, Text } from './text.ts';
import type { Rule } from './problems.ts';

/** A fault at an offset of the body. */
export interface TextFault {
  offset: number;
  rule: Rule;
  message: string;
  fix?: string;
}

const checkHeadings = (headings: readonly Heading[], body: string): TextFault[] => {
  const faults: TextFault[] = [];
  let above = 1;
  const notes = headings.at(-1)?.text === 'Footnotes' ? headings.at(-1) : undefined;
  for (const { depth, text, slug, start, end } of headings) {
    const written = body.slice(start, end);
    const as = (level: number) => `${'#'.repeat(level)} ${written.replace(/^#+\s*/, '').replace(/\s*\n\s*[=-]+\s*$/, '')}`;
    const fault = (message: string, fix?: string) =>
      faults.push({ offset: start, rule: 'heading', message, ...(fix ? { fix } : {}) });
    if (text === '') fault('This heading has no words. Write them, or delete the line.');
    else if (notes && notes.slug === slug && notes.start !== start)
      fault('This heading would have the same address as the footnotes of the page. Word it otherwise.');
    else if (depth === 1) fault(`The title of the page is its only heading of the first level. Begin this one with ##.`, as(2));
    else if (depth > above + 1) {
      const after = above === 1 ? 'the title of the page' : `a heading of level ${above} (${'#'.repeat(above)})`;
      fault(`This heading has level ${depth} but follows ${after}. Begin it with ${'#'.repeat(above + 1)}.`, as(above + 1));
    }
    // One wrong level is told once, not again at each heading below it.
    above = Math.max(depth, 2);
  }
  return faults;
};

const VAGUE =
  /^(?:(?:please )?click(?: (?:here|this|me|the link|this link|on this link))?|here|(?:see |look |read )?here|this|(?:this|the) (?:link|page|site|website|document)|link|more|(?:read|learn|see|find out|discover) more(?: here)?|more (?:info|information|details)|(?:further )?(?:info|information|details)|website|web ?page|url)$/;

const SPLIT =
  'This link stays text. The words go in square brackets, and right behind them, without a space, the address in round ones.';

const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;

/** What a reader hears of a link that only says "here". */
const checkWords = ({ url, text, start, end }: Link, body: string): TextFault[] => {
  if (text === undefined) return [];
  const words = text
    .trim()
    .toLowerCase()
    .replace(/[\s]+/g, ' ')
    .replace(/[.,:;!>»→…\s]+$/, '')
    .replace(/^[<«←\s]+/, '');
  if (words === '')
    return [
      { offset: start, rule: 'link-text', message: 'This link has no words. Name in the square brackets what it leads to.' },
    ];
  if (VAGUE.test(words)) {
    const message = `"${text.trim()}" does not say where this link leads. Make the words of the link name its target.`;
    return [{ offset: start, rule: 'link-text', message }];
  }
  if (ADDRESS.test(text.trim()) && /^https?:/i.test(url) && !/[<>"]/.test(url) && body[start] !== '<') {
    const spaced = /\[([^[\]\n]+)\]\s+\($/.exec(body.slice(Math.max(0, start - 200), start));
    const turned = /\(([^()\n]+)\)\[$/.exec(body.slice(Math.max(0, start - 200), start));
    const split = spaced ?? turned;
    if (split) {
      const address = text.trim().replace(/[\])]+[.,;]?$/, '');
      return [{ offset: start - split[0].length, rule: 'link-form', message: SPLIT, fix: `[${split[1]}](${address})` }];
    }
    const shown = body.slice(start, end).startsWith('[') ? url : text.trim();
    const message = 'This link shows its address instead of words. Put words in square brackets and the address in round ones.';
    return [
      {
        offset: start,
        rule: 'bare-link',
        message,
        fix: `[words that name the page](${/^www\./i.test(shown) ? `https://${shown}` : shown})`,
      },
    ];
  }
  return [];
};

const FILE_NAME =
  /^\S*\.(?:png|jpe?g|gif|webp|avif|svg|tiff?|bmp|heic|pdf)$|^(?:img|dsc|dscn|pxl|scan|screenshot|image|picture|photo|bild)[\s_-]*[\d_-]+(?:\s*\(\d+\))?$|^screenshot \d{4}-.*$/i;
const EMPTY_WORDS =
  /^(?:an? )?(?:image|picture|photo|photograph|figure|screenshot|graphic|diagram|chart|logo|alt(?:ernative)?(?: text)?|untitled|todo|tbc|\.+|-+)\s*\d*\.?$/i;

const describe = (alt: string): string | undefined => {
  const words = alt.trim();
  if (words === '') return 'This picture has no alternative text. Say in the square brackets what it shows.';
  if (FILE_NAME.test(words)) return `"${words}" is the name of a file, not what the picture shows. Say what it shows.`;
  if (EMPTY_WORDS.test(words)) return `"${words}" does not say what the picture shows. Say it in one sentence.`;
  return undefined;
};

const checkPictures = (pictures: readonly Picture[]): TextFault[] =>
  pictures.flatMap(({ alt, start }): TextFault[] => {
    const message = describe(alt);
    return message === undefined ? [] : [{ offset: start, rule: 'alt-text', message }];
  });

/** Signs that stay visible because their partner is missing. */
const stays = (value: string, start: number): TextFault[] => {
  const fault = (index: number, rule: Rule, message: string, fix?: string): TextFault[] => [
    { offset: start + index, rule, message, ...(fix ? { fix } : {}) },
  ];
  const open = /\[([^[\]]+)\]\(((?:https?:\/\/|\/|#)[^\s()]*)(?!\S*\))/.exec(value);
  if (open)
    return fault(open.index, 'link-form', 'This link stays text: its round bracket does not close.', `[${open[1]}](${open[2]})`);
  const wiki = /\[\[([^[\]]+)\]\]/.exec(value);
  if (wiki)
    return fault(
      wiki.index,
      'link-form',
      'Double square brackets make no link here. Write the words in single ones, and the address in round ones.',
    );
  const lost = /(?<!\w)\[([^[\]]*[a-z]{3}[^[\]]*)\]\[(?:[^[\]]*[a-z]{3}[^[\]]*)?\]/i.exec(value);
  if (lost)
    return fault(
      lost.index,
      'link-form',
      `This link stays text, because nothing says where it leads. Write [${lost[1]}] and the address in round brackets behind it.`,
    );
  const bold = /\*\*(?=\S)|(?<=\S)\*\*/.exec(value);
  if (bold)
    return fault(
      bold.index,
      'markup',
      'These two stars stay visible. Bold text has two of them on each side, and no space within.',
    );
  if (/^\|.*\|/.test(value))
    return fault(0, 'markup', 'A table needs a line of hyphens below its first row: | --- | --- |, one for each column.');
  return [];
};

const MAY_SLIP = /^##|\]\(|\] +\(|\)\[|\]\[|\[\[|\*\*|^\|.*\|/;

/** Markdown that was meant but stayed text, because a sign or a space is missing or too many. */
const checkSlips = ({ words }: Text, body: string): TextFault[] =>
  words.flatMap(({ start, value }): TextFault[] => {
    if (!MAY_SLIP.test(value)) return [];
    const before = body.slice(body.lastIndexOf('\n', start - 1) + 1, start);
    const hashes = /^(#{2,6})([^\s#].*)/.exec(value);
    if (hashes && before.trim() === '' && body[start] === '#') {
      const message = 'A heading needs a space after its # signs; without one it stays text.';
      return [{ offset: start, rule: 'heading', message, fix: `${hashes[1]} ${hashes[2]}` }];
    }
    const gap =
      /\[([^[\]]+)\]\s+\(((?:https?:\/\/|\/|#)[^\s()]+)\)/.exec(value) ??
      /\(([^()]+)\)\[((?:https?:\/\/|\/|#)[^\s[\]]+)\]/.exec(value);
    if (!gap) return stays(value, start);
    return [{ offset: start + gap.index, rule: 'link-form', message: SPLIT, fix: `[${gap[1]}](${gap[2]})` }];
  });

/** Every fault in the headings, the pictures' words and the links' words of a page. */
export const checkProse = (text: Text, body: string): TextFault[] => [
  ...checkHeadings(text.headings, body),
  ...checkPictures(text.pictures),
  ...text.links.flatMap((link) => checkWords(link, body)),
  ...checkSlips(text, body),
];
