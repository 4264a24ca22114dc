/** Checks where links lead: to pages, headings and files of this site that exist, in the form that works at any address. */
import { rooms } from './rooms.ts';
import { nearest } from '../nearest.ts';
import type { TextFault } from './prose.ts';
import type { SiteMap } from './site-map.ts';
import type { Link } from './text.ts';

export interface Site {
  map: SiteMap;
  /** The hosts of the site itself. */
  hosts: ReadonlySet<string>;
  /** The path that the site is served under. */
  base: string;
}

type Verdict = Omit<TextFault, 'offset' | 'fix'> & { to?: string };

const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\])$/;

const DOMAIN = /^(?:www\.[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+(?:org|com|net|io|edu|gov|int|info|uk|eu))(?:[/?#]|$)/i;

/** `content/guide/x` is served at `/guide/x`. */
const withoutFolder = (path: string): string => {
  const room = rooms.find(({ folder }) => path.startsWith(`/${folder}/`));
  return room
    ? room.path(path.slice(room.folder.length + 2).replace(/\/$/, ''))
    : path.replace(/^\/(?:src|public|content|dist)\//, '/');
};

/** The address in the form in which it exists, or undefined when none of the usual slips explains it. */
const normal = (path: string, { map }: Site): string | undefined => {
  const plain = withoutFolder(path.replaceAll(/\/{2,}/g, '/').replace(/(?:\/?index)?\.(?:mdx?|html?)$/i, '')).replace(
    /[.,;:)]+$/,
    '',
  );
  const closed = plain.includes('#') || plain.endsWith('/') ? plain : `${plain}/`;
  const within = closed.replace(/^\/[^/]+(?=\/)/, '');
  const forms = [path, closed, closed.toLowerCase(), closed.toLowerCase().replaceAll(/%20|[\s_]+/g, '-'), within, plain];
  return forms.find((form) => form !== '' && (map.has(form) || (form === '/' && path === '/')));
};

const FORMS = '/contribute/new/';

const lastPart = (path: string): string => path.split('/').filter(Boolean).at(-1) ?? '';

const parent = (path: string): string => path.replace(/[^/]+\/?$/, '');

/** The existing page that is most like an address: the same name in another room, else a name few letters apart, in its room first. */
const similar = (path: string, { map }: Site): string | undefined => {
  const name = lastPart(path);
  // The forms are named after kinds of entry, so that they resemble much and are hardly ever meant.
  const pages = map.pages().filter((page) => !page.startsWith(FORMS) || path.startsWith(FORMS));
  const elsewhere = pages.find((page) => name !== '' && page.endsWith(`/${name}/`));
  if (elsewhere) return elsewhere;
  const among = (some: readonly string[]): string | undefined => {
    const names = new Map(some.map((page) => [lastPart(page), page]));
    const near = nearest(name, names.keys());
    return near === undefined ? undefined : names.get(near);
  };
  return among(pages.filter((page) => parent(page) === parent(path))) ?? among(pages);
};

const anchorFault = (page: string, anchor: string, site: Site, self: boolean): Verdict | undefined => {
  const ids = site.map.anchors(page);
  if (!ids || anchor === '' || anchor === 'top' || ids.has(anchor) || /^(?:user-content-|letter-)/.test(anchor)) return undefined;
  const shown = [...ids].filter((id) => id !== 'main');
  const near = nearest(anchor, shown);
  const where = self ? 'This page' : page;
  const listed = shown.length > 12 ? '' : ` Its headings lead to: ${shown.map((id) => `#${id}`).join(', ') || 'none'}.`;
  return {
    rule: 'dead-anchor',
    message: `${where} has no heading with the address #${anchor}.${near ? ` The nearest is #${near}.` : listed}`,
    ...(near ? { to: `${self ? '' : page}#${near}` } : {}),
  };
};

const decoded = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/** What is wrong with an address of this site that begins with its slash. */
const checkPath = (url: string, site: Site): Verdict | undefined => {
  const [, written = '', query = '', , anchor] = /^([^?#]*)(\?[^#]*)?(#(.*))?$/s.exec(url) ?? [];
  const path = decoded(written);
  if (site.map.has(path)) return anchor ? anchorFault(path, decoded(anchor), site, false) : undefined;
  const better = normal(path, site);
  const rest = query + (anchor && !better?.includes('#') ? `#${anchor}` : '');
  if (better !== undefined) {
    const why = /\.mdx?$/i.test(path)
      ? 'This link names the file; readers open the page.'
      : `${better}/` === path || better === `${path}/`
        ? 'The address of a page ends with a slash.'
        : 'This is not how the page is addressed.';
    return { rule: 'link-form', message: `${why} Write ${better}${rest}.`, to: better + rest };
  }
  const near = similar(path, site);
  return {
    rule: 'dead-link',
    message: `There is no page ${path.slice(0, 100)} on this site.${near ? ` The nearest is ${near}.` : ''}`,
    ...(near ? { to: near + rest } : {}),
  };
};

/** An address that names this site's own host, or the author's own computer. */
const checkOwnHost = (address: URL, site: Site): Verdict => {
  const { pathname, search, hash, host, hostname } = address;
  const path = pathname.startsWith(site.base) ? `/${pathname.slice(site.base.length)}` : pathname;
  const better = normal(decoded(path), site) ?? similar(decoded(path), site) ?? path;
  const why = LOCAL.test(hostname)
    ? `"${host}" is the computer that you are sitting at; nobody else can follow this link.`
    : `This link names the site's own address, which may change.`;
  return { rule: 'link-form', message: `${why} Write ${better}${search}${hash}.`, to: better + search + hash };
};

/** An address that begins neither with a scheme nor with a slash. */
const checkRelative = (url: string, page: string, site: Site): Verdict => {
  const better = (to: string, why: string): Verdict => ({ rule: 'link-form', message: `${why} Write ${to}.`, to });
  if (DOMAIN.test(url)) return better(`https://${url}`, 'Without https:// a browser looks for this address on our own site.');
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(url))
    return better(`mailto:${url}`, 'A link to an e-mail address begins with mailto:.');
  const scheme = /^(https?)(?::?\/{0,1}|\/\/)(?=[\w-]+\.)(.*)$/i.exec(url);
  if (scheme) return better(`https://${scheme[2]}`, 'A web address begins with https:// exactly.');
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  const room = page.replace(/[^/]*\/?(?:#.*)?$/, '');
  const forms = URL.canParse(path, `https://site${page}`) ? [new URL(path, `https://site${page}`).pathname] : [];
  const bare = path.replace(/^[./]+/, '').replace(/\.mdx?$/i, '');
  for (const form of [...forms, `/${path.replace(/^[./]+/, '')}`, room + path.replace(/^[./]+/, '')]) {
    const found = normal(decoded(form), site);
    if (found && found !== '/') return better(found + rest, 'This link depends on the page that it stands on.');
  }
  const same = /^[\w-]+$/.test(bare) ? site.map.pages().find((one) => lastPart(one) === bare) : undefined;
  if (same)
    return better(
      same + rest,
      /\.mdx?$/i.test(path)
        ? 'This link names the file; readers open the page.'
        : 'Links to pages of this site begin with a slash.',
    );
  const near = similar(`/${bare}/`, site);
  return {
    rule: 'dead-link',
    message: `There is no page "${url.slice(0, 100)}" on this site. Links to its pages begin with a slash.${near ? ` The nearest is ${near}.` : ''}`,
    ...(near ? { to: near + rest } : {}),
  };
};

const verdict = (url: string, page: string, site: Site): Verdict | undefined => {
  if (url === '' || url === '#')
    return { rule: 'dead-link', message: 'This link leads nowhere. Put the address in the round brackets.' };
  if (url.startsWith('#')) return anchorFault(page.replace(/#.*$/, ''), decoded(url.slice(1)), site, true);
  if (/^https?:\/\//i.test(url)) {
    const address = URL.canParse(url) ? new URL(url) : undefined;
    if (!address) return { rule: 'dead-link', message: `"${url.slice(0, 100)}" is no web address.` };
    return site.hosts.has(address.host) || LOCAL.test(address.hostname) ? checkOwnHost(address, site) : undefined;
  }
  if (/^\/\//.test(url)) return { rule: 'link-form', message: `Write the whole address: https:${url}.`, to: `https:${url}` };
  if (/^mailto:/i.test(url)) {
    if (/^mailto:[^\s@]+@[^\s@]+\.[^\s@]+$/i.test(url)) return undefined;
    return { rule: 'dead-link', message: `"${url.slice(7, 100)}" is no e-mail address.` };
  }
  // What could run code is refused by the dialect.
  if (/^[a-z][a-z0-9+.-]*:(?!\/?[\w-]+\.)/i.test(url)) return undefined;
  return url.startsWith('/') ? checkPath(url, site) : checkRelative(url, page, site);
};

/** Every link of a page that leads nowhere, or not everywhere. `page` is the site path of the page. */
export const checkLinks = (links: readonly Link[], page: string, body: string, site: Site): TextFault[] =>
  links.flatMap((link): TextFault[] => {
    // A reference leads where its definition does, which is checked itself.
    if (link.url === '' && link.text !== undefined && !body.slice(link.start, link.end).includes('](')) return [];
    const found = verdict(link.url, page, site);
    if (!found) return [];
    const { to, ...fault } = found;
    const written = body.slice(link.start, link.end);
    const at = to === undefined ? -1 : written.lastIndexOf(link.url);
    const fix = to === undefined || at === -1 ? to : written.slice(0, at) + to + written.slice(at + link.url.length);
    return [{ offset: link.start, ...fault, ...(fix === undefined ? {} : { fix }) }];
  });
