/**
 * Which kinds of files belong in the repository. Names are judged by a list of what is unwanted, because it can say what to do
 * instead; bytes by a list of what is wanted, because a file that nobody can read is a file that nobody has checked.
 */
import { fileTypeFromBuffer } from 'file-type';
import type { Problem } from '../problems.ts';
import { endingOf, textOf, wholeFile, type GivenFile } from './given.ts';

interface Kind {
  what: string;
  endings: string;
  instead: string;
}

const LINK = 'Put it where your organisation keeps such files, and link to it.';

const unwanted: readonly Kind[] = [
  {
    what: 'a table or a file of data',
    endings:
      'csv tsv tab psv xls xlsx xlsm xlsb xlt xltx ods ots numbers parquet feather arrow orc avro jsonl ndjson rds rda rdata sav por dta sas7bdat xpt npy npz h5 hdf5 mat pkl pickle joblib',
    instead:
      'Data never lie beside the site, not even invented ones. Write the few numbers that readers need as a table in the page.',
  },
  {
    what: 'a database',
    endings: 'db db3 sqlite sqlite3 mdb accdb dump bak sql duckdb',
    instead: 'Data never lie beside the site. Leave it where it is, and remove it from this change.',
  },
  {
    what: 'a medical image or record',
    endings: 'dcm dicom ima nii mha mhd nrrd mnc svs ndpi mrxs edf hl7 cda ccd ccda fhir',
    instead:
      'Such files carry the names of patients inside them. Remove it; if it is from a real patient, read .github/INCIDENT.md now.',
  },
  {
    what: 'a notebook',
    endings: 'ipynb',
    instead: 'A notebook keeps the output of its cells, data included. Link to a repository where its output has been cleared.',
  },
  {
    what: 'an archive',
    endings: 'zip 7z rar tar gz tgz bz2 xz zst lz lz4 lzh cpio ar arj cab iso dmg jar war apk deb rpm xpi crx whl',
    instead: 'Nobody can review what is packed inside it. Unpack it, and add the files that belong here.',
  },
  {
    what: 'an office document',
    endings: 'doc docx docm dot dotx odt ott rtf pages ppt pptx pptm potx odp otp vsd vsdx cfb',
    instead:
      'It may carry comments, earlier versions and names that nobody sees. Write the text as a page, or link to the document.',
  },
  {
    what: 'a PDF',
    endings: 'pdf ps eps xps djvu',
    instead: `It may carry text, names and pictures that a reviewer does not see, slides and papers included. ${LINK}`,
  },
  {
    what: 'a message or an address book',
    endings: 'eml msg mbox pst ost vcf',
    instead: 'Other people’s messages and addresses do not belong here. Write what it says as text, without names.',
  },
  {
    what: 'a key or a password file',
    endings: 'env pem key p12 pfx p8 jks keystore ppk kdbx asc pgp gpg crt cer der htpasswd netrc pgpass',
    instead: 'Whoever can read this repository can use it. Remove it, and have it replaced if it was ever pushed.',
  },
  {
    what: 'a recording',
    endings: 'mp3 m4a m4b m4p m4v aac wav flac ogg oga ogv ogx opus amr aif aiff wma mp4 mov avi mkv webm mpg mpeg wmv 3gp 3g2',
    instead: `Voices and faces identify people, and a page must stay small. ${LINK}`,
  },
  {
    what: 'a model file',
    endings: 'gguf ggml safetensors pt pth ckpt onnx bin tflite',
    instead: 'Weights can hold what a model was trained on, and opening some of them runs code. Link to their publisher.',
  },
  {
    what: 'a picture that browsers do not show',
    endings: 'heic heif tif tiff bmp psd xcf ai raw cr2 cr3 nef arw dng rw2 orf raf jxr jp2 jpx jxl',
    instead: 'Save it as PNG, JPEG, WebP or AVIF.',
  },
  {
    what: 'a program',
    endings: 'exe dll msi com scr bat cmd ps1 vbs elf macho so dylib class pyc swf wasm lnk reg app pif',
    instead: 'The site needs none. Remove it.',
  },
];

const byEnding: ReadonlyMap<string, Kind> = new Map(
  unwanted.flatMap((kind) => kind.endings.split(' ').map((ending) => [ending, kind] as const)),
);

/** Names of files that hold secrets whatever their ending. */
const SECRET_NAME = /(^|\/)(\.env(\..*)?|id_(rsa|dsa|ecdsa|ed25519)|\.netrc|_netrc|\.pgpass|\.htpasswd|credentials)$/i;

/** What operating systems leave in folders. */
const LEFTOVER = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|~\$[^/]*|\._[^/]*|[^/]*\.(swp|swo|orig|rej|tmp)|[^/]*~)$/i;

/** The binary files that a site needs, by the name that `file-type` gives them, with the endings they may have. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  png: ['png'],
  apng: ['png', 'apng'],
  jpg: ['jpg', 'jpeg'],
  webp: ['webp'],
  avif: ['avif'],
  gif: ['gif'],
  ico: ['ico'],
  woff: ['woff'],
  woff2: ['woff2'],
};

const binaryEndings = new Set(Object.values(wanted).flat());

/** Documents and keys that may be written in plain letters. Of other text, `file-type` only guesses from the first two. */
const TELLING_TEXT = /^(?:%PDF-|%!PS|\{\\rtf|BEGIN:VCARD|-----BEGIN [A-Z ]*(?:PRIVATE KEY|MESSAGE)|PuTTY-User-Key-File)/;

/** In these folders only what a page is made of: elsewhere lie code and its settings. */
const pageFolders: readonly { folder: string; endings: readonly string[] }[] = [
  { folder: 'content/', endings: ['mdx', 'yaml', 'gitkeep', 'svg', ...binaryEndings] },
  { folder: 'public/', endings: ['svg', 'txt', 'xml', 'webmanifest', 'gitkeep', ...binaryEndings] },
];

const signature = (bytes: Uint8Array, at: number, signs: string): boolean =>
  [...signs].every((sign, index) => bytes[at + index] === sign.charCodeAt(0));

/** What bytes are that are no text, as one of the endings above where it is known. */
const kindOfBytes = async (bytes: Uint8Array): Promise<string | undefined> => {
  if (signature(bytes, 344, 'n+1') || signature(bytes, 344, 'ni1')) return 'nii';
  if (signature(bytes, 1, 'HDF\r\n')) return 'h5';
  if (signature(bytes, 1, 'NUMPY')) return 'npy';
  if (signature(bytes, 0, 'GGUF')) return 'gguf';
  return (await fileTypeFromBuffer(bytes))?.ext;
};

const refused = (path: string, what: string, instead: string): Problem =>
  wholeFile(path, 'file-type', `This is ${what}, which does not belong here. ${instead}`);

const byBytes = async ({ path, bytes }: GivenFile): Promise<Problem[]> => {
  const ending = endingOf(path);
  const text = textOf(bytes);
  if (text !== undefined) {
    if (binaryEndings.has(ending) && bytes.length > 0)
      return [
        wholeFile(path, 'file-type', `The name ends in .${ending}, but the file is text. Give it the ending of what it is.`),
      ];
    const telling = TELLING_TEXT.test(text) ? (await fileTypeFromBuffer(bytes))?.ext : undefined;
    const kind = byEnding.get(telling ?? (TELLING_TEXT.test(text) ? 'pem' : ''));
    return kind ? [refused(path, `${kind.what} under another name`, kind.instead)] : [];
  }
  const found = await kindOfBytes(bytes);
  const endings = wanted[found ?? ''];
  if (endings?.includes(ending)) return [];
  if (endings)
    return [
      wholeFile(
        path,
        'file-type',
        `The file is a .${String(endings[0])}, but its name says otherwise. Name it .${String(endings[0])}.`,
      ),
    ];
  const kind = byEnding.get(found ?? '');
  if (kind) return [refused(path, `${kind.what} under another name`, kind.instead)];
  return [
    wholeFile(
      path,
      'file-type',
      'This is neither text in UTF-8 nor a picture, so nobody can review it. Save text as UTF-8, or remove the file.',
    ),
  ];
};

/** What is wrong with the kind of one file; at most one problem. An empty list means that it belongs here. */
export const checkKind = async (file: GivenFile): Promise<Problem[]> => {
  const { path, kind } = file;
  if (kind === 'link')
    return [wholeFile(path, 'file-type', 'This is a symbolic link, which may lead out of the site. Put the file itself here.')];
  if (kind === 'repository')
    return [wholeFile(path, 'file-type', 'This is a link to another repository. Copy the files that the site needs instead.')];
  if (SECRET_NAME.test(path)) {
    const secret = byEnding.get('env');
    if (secret) return [refused(path, secret.what, secret.instead)];
  }
  if (LEFTOVER.test(path)) return [refused(path, 'something that a program left behind', 'Remove it.')];
  const unwantedKind = byEnding.get(endingOf(path));
  if (unwantedKind) return [refused(path, unwantedKind.what, unwantedKind.instead)];
  const place = pageFolders.find(({ folder }) => path.startsWith(folder));
  if (place && !place.endings.includes(endingOf(path))) {
    const endings = place.endings.filter((ending) => ending !== 'gitkeep').map((ending) => `.${ending}`);
    return [refused(path, `no kind of file for ${place.folder}`, `There may be: ${endings.join(', ')}.`)];
  }
  return byBytes(file);
};
