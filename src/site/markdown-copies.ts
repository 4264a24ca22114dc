/** The Markdown copy beside each finished page: `/guide/x/` is also `/guide/x.md`, for people and machines that want text. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { htmlToMarkdown, type MdreamOptions } from '@mdream/js';
import { decode } from 'html-entities';
import { stringify } from 'yaml';
import { withoutDisclosures } from '../glossary/disclosures.ts';

/** The path of the Markdown copy of a site path: `/guide/x/` to `/guide/x.md`, `/` to `/index.md`. */
export const copyPath = (path: string): string => (path === '/' ? '/index.md' : `${path.replace(/\/$/, '')}.md`);

const OPTIONS: MdreamOptions = {
  plugins: {
    filter: { exclude: ['script', 'style', 'template', 'button'] },
    // The converter would leave some of these as HTML, and run boxes within an item of a list together.
    tagOverrides: { div: 'p', section: 'p', dl: 'p', dd: 'p', details: 'p', summary: 'p' },
  },
};

/** Stand for brackets that mean what they do in Markdown; the converter escapes those of the text. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

const STRONG = /<\/?strong\b[^>]*>/g;

/** What only a browser needs: passages fenced by `<!--copy:off-->`, notes that repeat the list of sources, hidden words. */
const FOR_BROWSERS =
  /<!--copy:off-->[\s\S]*?<!--copy:on-->|<small class="note"[\s\S]*?<\/small>|<span class="sr-only">[\s\S]*?<\/span>/g;

/**
 * The Markdown copy of a built page: a few lines of front matter, then the text of `<main>`. Links are made absolute, so that the
 * copy can be read anywhere.
 *
 * @param origin scheme and host of the site.
 */
export const toMarkdown = (html: string, origin: string): string => {
  const read = (pattern: RegExp) => {
    const found = pattern.exec(html)?.[1];
    return found === undefined ? undefined : decode(found);
  };
  const front = {
    title: read(/<title>([^<]*)/),
    description: read(/<meta name="description" content="([^"]*)"/),
    url: read(/<link rel="canonical" href="([^"]*)"/),
    changed: read(/<meta property="article:modified_time" content="([^"]*)"/),
  };
  const main = withoutDisclosures(/<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '')
    .replaceAll(FOR_BROWSERS, '')
    .replaceAll(/<sup class="mark"[^>]*><a[^>]*>(\d+)<\/a><\/sup>/g, ` ${OPEN}$1${CLOSE}`)
    // The number of an item, which Markdown gives it.
    .replaceAll(/(<li\b[^>]*>)<span class="figures[^>]*>\s*\d+\.?\s*<\/span>/g, '$1')
    .replaceAll('<span class="block', ' · <span class="block')
    .replaceAll(/<check-list[\s\S]*?<\/check-list>/g, (list) => list.replaceAll(/<li\b[^>]*>/g, `$&${OPEN} ${CLOSE} `))
    // Emphasis that begins with a space would be none in Markdown.
    .replaceAll(/(<(?:em|strong)\b[^>]*>)\s+/g, ' $1')
    .replaceAll(/<dt\b[^>]*>([\s\S]*?)<\/dt>/g, (_, term: string) => `<p><strong>${term.replaceAll(STRONG, '')}:</strong></p>`)
    .replaceAll(/(<a\b[^>]*?\shref=")\/(?!\/)/g, `$1${origin}/`);
  const text = htmlToMarkdown(main, OPTIONS).replaceAll(OPEN, '[').replaceAll(CLOSE, ']');
  return `---\n${stringify(front, { lineWidth: 0 })}---\n\n${text.trim()}\n`;
};

/** A page that has a copy names it. */
const HAS_COPY = /<link rel="alternate" type="text\/markdown"/;

const utf8 = new TextDecoder();

/** Writes the copy of the page at `path` below `folder`, where it has one. `html` is in UTF-8. */
export const writeCopy = ({ path, html }: { path: string; html: ArrayBuffer }, origin: string, folder: string): void => {
  const page = utf8.decode(html);
  if (!HAS_COPY.test(page)) return;
  const file = join(folder, copyPath(path));
  // The page itself may not lie there yet.
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, toMarkdown(page, origin));
};
