/** Where links may lead and which pictures may be shown. */

/** Where a link may lead: the web, an e-mail, a telephone, this site, this page. Anything else could run code. */
const SAFE = /^(https?:\/\/[^/\\]|mailto:|tel:|[^:/?#\\]*([/?#]|$))/i;

/** Signs that a browser or a reader does not see in an address. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]/gu;

/** The address with every disguise taken off: per cent signs, at whatever depth, and what cannot be seen. */
const undisguised = (url: string): string => {
  let plain = url;
  for (let round = 0; round < 4; round += 1) {
    const next = plain.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    if (next === plain) break;
    plain = next;
  }
  return plain.replace(INVISIBLE, '');
};

/** What is wrong with the address of a link, or undefined. */
export const linkFault = (url: string): string | undefined => {
  const plain = undisguised(url);
  if (SAFE.test(url.trim()) && !/\p{Cc}/u.test(url) && SAFE.test(plain) && !/^[/\\]{2}|^\/\\/.test(plain)) return undefined;
  return `A link leads to "${url.slice(0, 60)}". Links start with https://, mailto:, tel:, / or #.`;
};

const PART = String.raw`[\p{L}\p{N}][\p{L}\p{N} _.()+,-]*`;
const PICTURE = new RegExp(String.raw`^(\./)?(${PART}/)*${PART}\.(png|jpe?g|webp|avif|gif|svg)$`, 'iu');

/** What is wrong with the address of a picture, or undefined. */
export const pictureFault = (url: string): string | undefined => {
  const shown = url.slice(0, 60);
  if (/^([a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(undisguised(url)))
    return `The picture "${shown}" lies elsewhere. Put the picture beside the page, so that nothing is loaded from others.`;
  let plain: string;
  try {
    plain = decodeURIComponent(url);
  } catch {
    return `The address of the picture "${shown}" cannot be read. Write the name of the file without a per cent sign.`;
  }
  if (PICTURE.test(plain)) return undefined;
  return `The picture "${shown}" is no file beside the page. Put it into the folder of the page and write ./name.png (png, jpg, webp, avif, gif or svg), with nothing after it.`;
};
