/** Pictures that are too large to read on a phone, or that say where and by whom they were taken. */
import ExifReader from 'exifreader';
import sharp from 'sharp';
import type { Problem } from '../problems.ts';
import { endingOf, sized, wholeFile, type GivenFile } from './given.ts';

/** A reading page is 40 kB; a picture may weigh more, but not so much that it is the page. */
export const MOST_BYTES = 500_000;

/** Twice the widest column of text, for screens with two dots to a pixel. */
export const MOST_PIXELS = 2000;

const PICTURES = ['png', 'apng', 'jpg', 'jpeg', 'webp', 'avif', 'gif'];

/** What a camera or a program may have noted, by the names that Exif, IPTC and XMP give it. */
const telling: readonly { what: string; tags: RegExp }[] = [
  {
    what: 'where it was taken',
    tags: /^(GPS(?!VersionID|MapDatum|Processing| Info).*|(Sub-?)?Location.*|City|(Province\/)?State|Country.*|LocationCreated|LocationShown)$/i,
  },
  { what: 'which camera took it', tags: /^(.*SerialNumber|.*Serial Number|CameraSerial.*|ImageUniqueID)$/i },
  {
    what: 'whose it is',
    tags: /^((Camera)?OwnerName|Camera ?Owner.*|Artist|XPAuthor|By-?line|creator|Author|Copyright(Owner.*)?|Writer\/Editor|CaptionWriter|Credit|Contact|PersonInImage.*)$/i,
  },
];

const isFilled = (tag: unknown): boolean => {
  const { value, description } = (tag ?? {}) as { value?: unknown; description?: unknown };
  return String(description ?? value ?? '').trim() !== '';
};

/** What the metadata of a picture tell, in words, never with a value. Metadata that nobody can read tell nothing. */
const toldBy = (bytes: Uint8Array): string[] => {
  const { buffer } = Uint8Array.from(bytes);
  const { exif, iptc, xmp, png, pngText, gps } = (() => {
    try {
      return ExifReader.load(buffer, { expanded: true });
    } catch {
      return {} as ExifReader.ExpandedTags;
    }
  })();
  const names = Object.entries({ ...exif, ...iptc, ...xmp, ...png, ...pngText })
    .filter(([, tag]) => isFilled(tag))
    .map(([name]) => name.replace(/^.*:/, ''));
  if (gps && Object.keys(gps).length > 0) names.push('GPS');
  return telling.filter(({ tags }) => names.some((name) => tags.test(name))).map(({ what }) => what);
};

/** What is wrong with one picture; nothing if the file is no picture. Its kind is checked elsewhere. */
export const checkPicture = async ({ path, bytes }: GivenFile): Promise<Problem[]> => {
  if (!PICTURES.includes(endingOf(path))) return [];
  const size = await sharp(bytes)
    .metadata()
    .catch(() => undefined);
  if (!size) return [wholeFile(path, 'picture-size', 'This picture cannot be read. Save it again as PNG, JPEG, WebP or AVIF.')];
  const problems: Problem[] = [];
  const large = [
    ...(Math.max(size.width, size.height) > MOST_PIXELS ? [`${size.width} × ${size.height} pixels`] : []),
    ...(bytes.length > MOST_BYTES ? [sized(bytes.length)] : []),
  ];
  if (large.length > 0)
    problems.push(
      wholeFile(
        path,
        'picture-size',
        `This picture has ${large.join(' and ')}. Save it with at most ${MOST_PIXELS} pixels on its longer side and ${sized(MOST_BYTES)}; WebP makes it smaller than PNG or JPEG.`,
      ),
    );
  const told = toldBy(bytes);
  if (told.length > 0)
    problems.push(
      wholeFile(
        path,
        'picture-origin',
        `Hidden in this picture stands ${told.join(', ')}. Save a copy without that information, or take a screenshot of it and use that.`,
      ),
    );
  return problems;
};
