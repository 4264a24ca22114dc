/** What of a page is prose: everything else is blanked out, so that every word keeps its place in the file. */
/** Fields whose words are not the author's own, or are no words: names, addresses, titles that others gave, search words. */
const NO_PROSE = new Set(
  (
    'affiliations aliases ask citation consent contacts email expansion hosts id joining keywords kind links misspellings name ' +
    'organisations organisers owner paper papers part project publisher series slides sources speakers stage status term themes url version'
  ).split(' '),
);

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');

// A fence ends with as many of its signs or more, else with the file. It may stand in a list or a quotation.
const FENCED = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}(?=[^`\n]*$)|~{3,}).*\r?\n(?:[\s\S]*?^[ \t>]*\1[`~]*[ \t]*$|[\s\S]*)/gm;
// A span ends with as many backticks as it began with, and does not reach over an empty line.
const SPAN = /(?<![\\`])(`+)(?!`)(?:(?!\r?\n[ \t]*\r?\n)[\s\S])*?(?<!`)\1(?!`)/g;

/** The text with all code blanked out: what stands in code is shown, not meant. */
const withoutCode = (text: string): string => text.replace(FENCED, blank).replace(SPAN, blank);

const WEB_ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>)\]]+/g;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Names of files, packages, branches and hosts: words held together by dots, slashes or underscores. */
const JOINED = /[\p{L}\p{N}-]+(?:[./_\\@#=][\p{L}\p{N}-]+)+/gu;

/** The text with all addresses and such names blanked out. Few texts have an e-mail address, which takes the longest to look for. */
const withoutAddresses = (text: string): string => {
  const left = text.replace(WEB_ADDRESS, blank);
  return (left.includes('@') ? left.replace(EMAIL, blank) : left).replace(JOINED, blank);
};

/** What else stands in the text of a page without being read as the author's words; a quotation keeps its own spelling. */
const marks: readonly RegExp[] = [
  /<!--[\s\S]*?-->/g,
  /<\/?[A-Za-z][^<>]*>/g,
  /(?<=\]\()[^()\s]*(?:\([^()\s]*\)[^()\s]*)*/g,
  /^[ \t]*>.*$/gm,
];

const FRONT_MATTER = /^---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?=\r?\n|$)/;

const FIELD = /^( *)((?:- +)*)([A-Za-z]\w*):(?=\s|$)/;

/**
 * The front matter with its prose left. It goes by lines and indentation, which is quick; where that differs from YAML, a word more
 * or less is read, and nothing worse.
 */
const frontProse = (front: string): string => {
  const open: { indent: number; prose: boolean }[] = [];
  return front
    .split('\n')
    .map((line) => {
      const [whole = '', spaces = '', dashes = '', name = ''] = FIELD.exec(line) ?? [];
      if (whole) {
        const indent = spaces.length + dashes.length;
        while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= indent) open.pop();
        open.push({ indent, prose: (open.at(-1)?.prose ?? true) && !NO_PROSE.has(name) });
      }
      return open.at(-1)?.prose ? ' '.repeat(whole.length) + line.slice(whole.length) : blank(line);
    })
    .join('\n');
};

/** The text of a page with every character that is no prose turned into a space. */
export const proseOf = (text: string): string => {
  const front = FRONT_MATTER.exec(text)?.[0] ?? '';
  const body = withoutCode(text.slice(front.length));
  const prose = withoutCode(frontProse(front)) + marks.reduce((left, pattern) => left.replace(pattern, blank), body);
  return withoutAddresses(prose);
};
