/** Whether the pictures of a page can be shown: the files are there, and none of them can run anything. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DialectFault } from './faults.ts';

export interface PictureUse {
  /** Where the page names it, as an offset into the text as written. */
  offset: number;
  end: number;
  url: string;
}

/** What in an SVG could run, load from elsewhere, or bring HTML in; entities could hide any of it. */
const ACTIVE =
  /<\s*(?:[\w.-]+:)?(?:script|foreignObject|iframe|embed|object|handler|listener|audio|video)\b|\son[a-z]+\s*=|javascript\s*:|<!ENTITY|<\?xml-stylesheet|@import|(?:href|src)\s*=\s*["']?\s*(?!["']?\s*(?:#|data:image\/(?:png|jpe?g|gif|webp)[;,]))|url\(\s*["']?(?!\s*#)/i;

/**
 * What is wrong with the files behind the pictures of a page.
 *
 * @param folder the absolute path of the folder that the page lies in.
 */
export const pictureFaults = (pictures: readonly PictureUse[], folder: string): DialectFault[] =>
  pictures.flatMap(({ offset, end, url }): DialectFault[] => {
    const path = join(folder, decodeURIComponent(url));
    const place = { offset, end, kind: 'picture' as const };
    if (!existsSync(path))
      return [
        {
          ...place,
          message: `There is no picture "${url}" beside this page. Add the file, or correct its name; capitals count.`,
        },
      ];
    if (/\.svg$/i.test(url) && ACTIVE.test(readFileSync(path, 'utf8')))
      return [
        { ...place, message: `The picture "${url}" holds a script or loads something. Export it as plain SVG, or as PNG.` },
      ];
    return [];
  });
