/** Files that do not belong: each kind of mistake is made here, and must be told from what is honest. */
import { gzipSync, deflateRawSync } from 'node:zlib';
import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { checkFiles, MOST_BYTES, type GivenFile } from '../../src/check/files.ts';
import { shown } from '../../src/check/files/given.ts';
import { filesOnDisk } from '../../src/check/files/on-disk.ts';
import { MOST_BYTES as MOST_PICTURE_BYTES, MOST_PIXELS } from '../../src/check/files/pictures.ts';
import { temporaryFolder } from './helpers.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

const file = (path: string, content: Uint8Array | string = 'text'): GivenFile => ({
  path,
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
});

/** `rule: message` of each problem. */
const said = async (...files: GivenFile[]): Promise<string[]> =>
  (await checkFiles(files)).map(({ rule, message }) => `${rule}: ${message}`);

/** The smallest archive that holds one stored file. */
const zip = (name: string): Buffer => {
  const data = deflateRawSync('');
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, bytes(name), data]);
};

const dicom = Buffer.concat([Buffer.alloc(128), bytes('DICM'), Buffer.alloc(64)]);
const nifti = Buffer.concat([Buffer.alloc(344), bytes('n+1\0'), Buffer.alloc(64)]);
const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
  .png()
  .toBuffer();

test('every file of this repository belongs here', async () => {
  const paths = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
  expect(paths.length).toBeGreaterThan(100);
  const files = paths
    .filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isFile())
    .map((path) => ({ path, bytes: readFileSync(path) }));
  expect(await checkFiles(files, paths)).toEqual([]);
});

describe('kinds, by name', () => {
  test.each([
    ['content/projects/results.csv', 'a table or a file of data'],
    ['content/projects/Results.XLSX', 'a table or a file of data'],
    ['tests/fixtures/notes.jsonl', 'a table or a file of data'],
    ['cohort.sqlite', 'a database'],
    ['public/scan.dcm', 'a medical image or record'],
    ['public/scan.nii.gz', 'an archive'],
    ['content/guide/analysis.ipynb', 'a notebook'],
    ['src/all.zip', 'an archive'],
    ['content/guide/policy.docx', 'an office document'],
    ['public/slides.pdf', 'a PDF'],
    ['mail/letter.eml', 'a message or an address book'],
    ['.env', 'a key or a password file'],
    ['src/.env.local', 'a key or a password file'],
    ['.config/id_ed25519', 'a key or a password file'],
    ['server.pem', 'a key or a password file'],
    ['public/talk.mp4', 'a recording'],
    ['model.gguf', 'a model file'],
    ['public/photo.HEIC', 'a picture that browsers do not show'],
    ['tools/run.exe', 'a program'],
    ['content/guide/.DS_Store', 'something that a program left behind'],
    ['content/guide/more.mdx~', 'something that a program left behind'],
  ])('%s is %s', async (path, what) => {
    const [problem, ...more] = await said(file(path));
    expect(problem).toMatch(`file-type: This is ${what}, which does not belong here. `);
    expect(more).toEqual([]);
  });

  test('in content and public only what a page is made of may lie', async () => {
    expect(await said(file('content/projects/dump.json', '{}'))).toEqual([
      'file-type: This is no kind of file for content/, which does not belong here. ' +
        'There may be: .mdx, .yaml, .svg, .png, .apng, .jpg, .jpeg, .webp, .avif, .gif, .ico, .woff, .woff2.',
    ]);
    expect(await said(file('public/run.js'), file('public/page.html'))).toHaveLength(2);
    expect(await said(file('tsconfig.json', '{}'), file('src/run.ts'), file('content/guide/.gitkeep', ''))).toEqual([]);
  });
});

describe('kinds, by what is inside', () => {
  const other = 'under another name, which does not belong here.';
  test.each<[string, string, Uint8Array]>([
    ['content/guide/page.mdx', `an archive ${other}`, zip('a.txt')],
    ['public/icon.png', `an archive ${other}`, gzipSync('x')],
    ['public/scan.png', `a medical image or record ${other}`, dicom],
    ['src/scan', `a medical image or record ${other}`, nifti],
    ['src/notes.md', `a PDF ${other}`, bytes('%PDF-1.7\n1 0 obj\n')],
    ['src/notes.txt', `an office document ${other}`, bytes('{\\rtf1 text}')],
    ['src/notes.yaml', `a key or a password file ${other}`, bytes(`-----BEGIN ${'RSA PRIVATE'} KEY-----\nAA==\n`)],
    ['src/contact', `a message or an address book ${other}`, bytes('BEGIN:VCARD\nVERSION:4.0\nEND:VCARD\n')],
    ['src/data.ts', `a database ${other}`, bytes('SQLite format 3\0\u0010\0')],
    ['src/data.yaml', `a table or a file of data ${other}`, bytes('PAR1\0\0\0\0PAR1')],
    ['src/data.md', `a table or a file of data ${other}`, bytes('\u0089HDF\r\n\u001a\n\0')],
    ['src/weights.md', `a model file ${other}`, bytes('GGUF\0\0\0\0')],
    ['src/program', `a program ${other}`, bytes('\u007fELF\u0002\u0001\u0001\0\0\0')],
  ])('%s is %s', async (path, what, content) => {
    expect((await said(file(path, content)))[0]).toMatch(`file-type: This is ${what}`);
  });

  test('a picture has the ending of what it is', async () => {
    expect(await said(file('public/a.png', png))).toEqual([]);
    expect(await said(file('public/a.jpg', png))).toEqual([
      'file-type: The file is a .png, but its name says otherwise. Name it .png.',
    ]);
    expect(await said(file('public/a.png', 'text'))).toEqual([
      'file-type: The name ends in .png, but the file is text. Give it the ending of what it is.',
    ]);
  });

  test('bytes that nobody can read are refused whatever they are', async () => {
    const message =
      'file-type: This is neither text in UTF-8 nor a picture, so nobody can review it. Save text as UTF-8, or remove the file.';
    expect(await said(file('content/guide/a.mdx', Buffer.from('abc', 'utf16le')))).toEqual([message]);
    expect(await said(file('content/guide/a.mdx', bytes('caf\u00e9 in Latin-1')))).toEqual([message]);
  });

  test('text is not taken for what its first two letters resemble', async () => {
    for (const text of ['BM is a symbol', 'PK tests', 'MZ twins', 'ID3 and more', 'II. Methods', 'GIF89 explained'])
      expect(await said(file('src/notes.md', text)), text).toEqual([]);
  });

  test('links to other places are refused', async () => {
    expect(await said({ ...file('content/guide/a.mdx'), kind: 'link' }, { ...file('vendor'), kind: 'repository' })).toEqual([
      expect.stringContaining('symbolic link'),
      expect.stringContaining('another repository'),
    ]);
  });
});

describe('names', () => {
  test.each([
    ['a line end', 'content/guide/a\nb.mdx', 'holds characters that nobody sees'],
    ['a turned direction', 'content/guide/a\u202Exdm.png.mdx', 'holds characters that nobody sees'],
    ['a space of no width', 'content/guide/a\u200Bb.mdx', 'holds characters that nobody sees'],
    ['a colon', 'content/guide/a:b.mdx', 'holds one of < > : " | ? * \\, which Windows cannot hold'],
    ['a backslash', 'content/guide\\b.mdx', 'holds one of < > : " | ? * \\, which Windows cannot hold'],
    ['a space at the end', 'src/a ', 'begins or ends with a space, or ends with a full stop'],
    ['a full stop after a folder', 'src/a./b.ts', 'begins or ends with a space, or ends with a full stop'],
    ['a device of Windows', 'content/guide/aux.mdx', 'is one that Windows keeps for itself'],
    ['a folder named like one', 'src/CON/b.ts', 'is one that Windows keeps for itself'],
    ['a name without end', `src/${'a'.repeat(200)}.ts`, 'is longer than 180 characters'],
  ])('%s', async (_what, path, fault) => {
    const problems = await checkFiles([file(path)]);
    expect(problems.filter(({ rule }) => rule === 'file-name')).toEqual([
      {
        file: shown(path),
        line: 1,
        column: 1,
        rule: 'file-name',
        message: `The name of this file ${fault}. Rename it: letters, digits and hyphens.`,
      },
    ]);
  });

  test('what is printed of a name cannot end a line, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        // eslint-disable-next-line no-control-regex -- finding control characters is the purpose
        expect(shown(name)).not.toMatch(/[\u0000-\u001f\u007f\u0085\u2028\u2029\u202e]/);
      }),
    );
  });

  test('twins are found among the changed files and beside them', async () => {
    const twin = expect.stringContaining('file-name: Another file has the same name but for capitals or accents');
    expect(await said(file('src/a.ts'), file('src/A.ts'))).toEqual([twin, twin]);
    expect(await said(file('src/\u00e9.ts'), file('src/e\u0301.ts'))).toEqual([twin, twin]);
    expect(await checkFiles([file('src/a.ts')], ['src/A.ts', 'src/a.ts'])).toHaveLength(1);
    expect(await checkFiles([file('src/a.ts')], ['src/a.ts', 'src/b.ts'])).toEqual([]);
  });
});

describe('sizes', () => {
  test('a text beyond what is reviewed', async () => {
    expect(await said(file('src/a.ts', 'a'.repeat(MOST_BYTES)))).toEqual([]);
    expect(await said(file('src/a.ts', 'a'.repeat(MOST_BYTES + 1)))).toEqual([
      'file-size: This file has 1.0 MB, more than anybody reviews. At most 1.0 MB: split it, or link to it.',
    ]);
  });

  test('a picture with too many pixels, or too many bytes', async () => {
    const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: 'white' } });
    expect(await said(file('public/a.png', await blank(MOST_PIXELS, 10).png().toBuffer()))).toEqual([]);
    expect(
      await said(
        file(
          'public/a.png',
          await blank(10, MOST_PIXELS + 1)
            .png()
            .toBuffer(),
        ),
      ),
    ).toEqual([
      'picture-size: This picture has 10 × 2001 pixels. Save it with at most 2000 pixels on its longer side and 500 kB; WebP makes it smaller than PNG or JPEG.',
    ]);
    const noise = await sharp(Buffer.from(Array.from({ length: 500 * 500 * 3 }, (_, i) => (i * i * 31 + (i >> 3) * 17) & 255)), {
      raw: { width: 500, height: 500, channels: 3 },
    })
      .png({ compressionLevel: 0 })
      .toBuffer();
    expect(noise.length).toBeGreaterThan(MOST_PICTURE_BYTES);
    expect(await said(file('public/a.png', noise))).toEqual([
      expect.stringMatching(/^picture-size: This picture has 7\d\d kB\. /),
    ]);
  });

  test('a picture that is cut off', async () => {
    expect(await said(file('public/a.png', png.subarray(0, 20)))).toEqual([
      'picture-size: This picture cannot be read. Save it again as PNG, JPEG, WebP or AVIF.',
    ]);
  });
});

describe('what pictures tell of their origin', () => {
  const blank = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });
  const place = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } };

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('a place in %s', async (format) => {
    const picture = await blank().withExif(place).toFormat(format).toBuffer();
    expect(await said(file(`public/a.${format}`, picture))).toEqual([
      'picture-origin: Hidden in this picture stands where it was taken. Save a copy without that information, or take a screenshot of it and use that.',
    ]);
  });

  test.each([
    ['a serial number', { IFD2: { BodySerialNumber: '0042' } }, 'which camera took it'],
    ['an owner', { IFD2: { CameraOwnerName: 'Somebody' } }, 'whose it is'],
    ['an artist', { IFD0: { Artist: 'Somebody' } }, 'whose it is'],
  ])('%s', async (_what, exif, told) => {
    const [problem] = await said(file('public/a.jpg', await blank().withExif(exif).jpeg().toBuffer()));
    expect(problem).toContain(`Hidden in this picture stands ${told}.`);
    expect(problem).not.toMatch(/0042|Somebody/);
  });

  test('a place that only XMP knows', async () => {
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description ' +
      'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="Somewhere"/></rdf:RDF></x:xmpmeta>';
    expect(await said(file('public/a.jpg', await blank().withXmp(xmp).jpeg().toBuffer()))).toEqual([
      expect.stringContaining('stands where it was taken.'),
    ]);
  });

  test('a picture that tells nothing passes, with its resolution and colours', async () => {
    const picture = await blank()
      .withExif({ IFD0: { Software: 'Editor' } })
      .withIccProfile('srgb')
      .jpeg()
      .toBuffer();
    expect(await said(file('public/a.jpg', picture))).toEqual([]);
  });
});

describe('drawings', () => {
  const drawing = (inner: string, head = '') => `${head}<svg xmlns="http://www.w3.org/2000/svg">\n${inner}\n</svg>\n`;

  test.each([
    ['a script', '<script>x()</script>', 'holds a script'],
    ['a script in a namespace', '<s:script xmlns:s="http://www.w3.org/2000/svg">x()</s:script>', 'holds a script'],
    ['a web page', '<foreignObject><p>x</p></foreignObject>', 'holds a piece of a web page'],
    ['an event handler', '<rect onclick="x()"/>', 'holds an event handler'],
    ['an event handler in capitals, on a line of its own', '<rect\nONLOAD = "x()"/>', 'holds an event handler'],
    ['a link that runs', '<a href="javascript:x()">y</a>', 'leads to something outside itself'],
    ['a link that runs, spelt in entities', '<a href="&#x6a;avascript:x()">y</a>', 'leads to something outside itself'],
    ['a remote picture', '<image xlink:href="https://example.org/a.png"/>', 'leads to something outside itself'],
    ['a drawing inside as data', '<image href="data:image/svg+xml,x"/>', 'leads to something outside itself'],
    ['a remote fill', '<rect fill="url(https://example.org/a#b)"/>', 'leads to something outside itself'],
    ['a remote style', '<style>@import "a.css";</style>', 'loads a style from elsewhere'],
    [
      'a remote fill, spelt in escapes',
      '<style>a { fill: u\\72l(https://example.org/a) }</style>',
      'spells a style in escapes, which hide what it does',
    ],
    ['a link changed later', '<set attributeName="href" to="https://example.org"/>', 'changes a link while it is shown'],
  ])('%s', async (_what, inner, fault) => {
    const [problem] = await checkFiles([file('public/a.svg', drawing(inner))]);
    expect(problem?.message).toBe(
      `This drawing ${fault}. Export it as plain SVG, or take this part out; a drawing shows, and does nothing else.`,
    );
    expect(problem?.line).toBe(inner.includes('\n') ? 3 : 2);
  });

  test.each([
    ['entities', '<!DOCTYPE svg [<!ENTITY a "b">]>', 'holds a DOCTYPE'],
    ['a style sheet', '<?xml-stylesheet href="a.css"?>', 'holds a processing instruction'],
    ['another encoding', '<?xml version="1.0" encoding="utf-7"?>', 'is not text in UTF-8'],
  ])('%s', async (_what, head, fault) => {
    expect((await said(file('public/a.svg', drawing('', head))))[0]).toContain(fault);
  });

  test('an honest drawing passes', async () => {
    const inner =
      '<title>On line &amp; on time</title><defs><linearGradient id="g"/></defs><rect fill="url(#g)" font="a"/>' +
      `<use href="#g"/><image href="data:image/png;base64,AA=="/><text>onset = 3 &lt; 5</text>`;
    expect(await said(file('public/a.svg', drawing(inner, '<?xml version="1.0" encoding="UTF-8"?>\n')))).toEqual([]);
  });
});

test('files on disk are read as they are, and a link is not followed', async () => {
  const root = temporaryFolder({
    'content/guide/a.mdx': 'text',
    'content/.DS_Store': 'x',
    'content/guide/build.log': 'x',
    'public/data.csv': 'a,b',
    'src/data.csv': 'a,b',
  });
  symlinkSync('/etc', join(root, 'public/etc'));
  symlinkSync('/etc/hostname', join(root, 'content/name.mdx'));
  const files = filesOnDisk(root);
  expect(files.map(({ path, kind }) => [path, kind])).toEqual([
    ['content/guide/a.mdx', undefined],
    ['content/name.mdx', 'link'],
    ['public/data.csv', undefined],
    ['public/etc', 'link'],
  ]);
  expect((await checkFiles(files)).map(({ file: path }) => path)).toEqual(['content/name.mdx', 'public/data.csv', 'public/etc']);
  expect(filesOnDisk(temporaryFolder())).toEqual([]);
});
