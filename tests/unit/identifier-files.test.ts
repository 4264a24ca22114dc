/** The identifier guard over files: what it reads in them, whom it knows, what is excepted, and how it says so. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { EXCEPTIONS_FILE, fingerprintOf, readExceptions } from '../../src/check/identifiers/files/exceptions.ts';
import { guardContent, guardFiles, isGuarded } from '../../src/check/identifiers/files/guard.ts';
import { scanSecrets } from '../../src/check/identifiers/files/secret-scanner.ts';
import { messageOf } from '../../src/check/identifiers/index.ts';
import { rules, type Problem } from '../../src/check/problems.ts';
import { temporaryFolder, writeFiles } from './helpers.ts';

const NUMBER = '485 777 3457';

const places = (problems: readonly Problem[]): string[] =>
  problems.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);

const found = (path: string, content: string | Uint8Array, root = temporaryFolder()): string[] =>
  places(guardFiles(root, [{ path, bytes: typeof content === 'string' ? Buffer.from(content) : content }]));

const picture = () =>
  sharp({
    create: { width: 32, height: 32, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 120, sigma: 60 } },
  });

const EXIF = { IFD0: { ImageDescription: `Mrs Vance was admitted, ${NUMBER}` } };
const GPS = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 31/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 0/1' } };
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>${NUMBER}</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`;

/** A chunk of a PNG put before its end. The check sum is left empty: readers of texts do not mind. */
const withChunk = (png: Buffer, kind: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const end = png.length - 12;
  return Buffer.concat([png.subarray(0, end), length, Buffer.from(kind), data, Buffer.alloc(4), png.subarray(end)]);
};

describe('what a file holds', () => {
  test.each([
    ['content/guide/x.mdx', `---\ntitle: Notes\nnhs: 4857773457\n---\n\nText.\n`, ['content/guide/x.mdx:3:6 nhs-number']],
    ['content/guide/x.mdx', `A line.\n\n\`\`\`\n${NUMBER}\n\`\`\`\n`, ['content/guide/x.mdx:4:1 nhs-number']],
    [
      'public/plot.svg',
      `<svg>\n<text>${NUMBER}</text>\n<desc>Mrs Vance was admitted</desc></svg>`,
      ['public/plot.svg:2:7 nhs-number', 'public/plot.svg:3:7 patient-name'],
    ],
    ['public/4857773457.svg', '<svg/>', ['public/4857773457.svg:1:1 nhs-number']],
    ['public/letter_DOB_01-02-1951.svg', '<svg/>', ['public/letter_DOB_01-02-1951.svg:1:1 date-of-birth']],
    ['README.md', `See ${NUMBER}.`, ['README.md:1:5 nhs-number']],
    ['.github/ISSUE_TEMPLATE/x.yml', `value: ${NUMBER}`, ['.github/ISSUE_TEMPLATE/x.yml:1:8 nhs-number']],
    [
      'content/data.csv',
      `\ufeffmrn;age\r\n40291833;95\r\n`,
      ['content/data.csv:2:1 record-number', 'content/data.csv:2:10 age-over-89'],
    ],
  ])('%s', (path, text, problems) => expect(found(path, text)).toEqual(problems));

  test('text that a Windows program saved is read too', () => {
    const words = `a,b\r\nNHS,${NUMBER}`;
    expect(found('public/a.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')]))).toEqual([
      'public/a.csv:2:5 nhs-number',
    ]);
    expect(found('public/a.csv', Buffer.from(words, 'utf16le'))).toEqual(['public/a.csv:2:5 nhs-number']);
    expect(found('public/a.txt', Buffer.from(`Caf\xe9 ${NUMBER}`, 'latin1'))).toEqual(['public/a.txt:1:6 nhs-number']);
  });

  test('a packed text is unpacked, and what cannot be opened is said', () => {
    expect(found('public/a.json.gz', gzipSync(`{"a": "${NUMBER}"}`))).toEqual(['public/a.json.gz:1:8 nhs-number']);
    expect(found('public/a.xlsx', Buffer.from('PK\u0003\u0004\0\0\0\0\u0001\u0002'))).toEqual([
      'public/a.xlsx:1:1 unreadable-file',
    ]);
    expect(found('public/a.pdf', '%PDF-1.7 some words')).toEqual(['public/a.pdf:1:1 unreadable-file']);
    expect(found('public/a.gz', Buffer.from([0x1f, 0x8b, 1, 2, 3]))).toEqual(['public/a.gz:1:1 unreadable-file']);
  });

  test('files of its own, of the tests and of other people are not read', () => {
    for (const path of ['tests/unit/x.test.ts', 'src/check/identifiers/names.ts', 'package-lock.json', 'node_modules/a/b.md'])
      expect(isGuarded(path), path).toBe(false);
    for (const path of ['content/guide/x.mdx', 'public/a.svg', 'src/guide/schema.ts', '.github/CONTRIBUTING.md', 'testsuite.md'])
      expect(isGuarded(path), path).toBe(true);
  });
});

describe('pictures', () => {
  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('what a camera or a program writes into a %s is read', async (format) => {
    const file = `public/a.${format}`;
    expect(found(file, await picture().toFormat(format).toBuffer())).toEqual([]);
    expect(found(file, await picture().withExif(EXIF).toFormat(format).toBuffer())).toEqual([
      `${file}:1:1 patient-name`,
      `${file}:1:1 nhs-number`,
    ]);
    expect(found(file, await picture().withExif(GPS).toFormat(format).toBuffer())).toEqual([`${file}:1:1 image-place`]);
    expect(found(file, await picture().withXmp(XMP).toFormat(format).toBuffer())).toEqual([`${file}:1:1 nhs-number`]);
  });

  test('the texts of a PNG are read, packed or not', async () => {
    const png = await picture().png().toBuffer();
    const chunks: [string, Buffer][] = [
      ['tEXt', Buffer.from(`Comment\0${NUMBER}`)],
      ['zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(NUMBER)])],
      ['iTXt', Buffer.from(`Comment\0\0\0\0\0${NUMBER}`)],
      ['iTXt', Buffer.concat([Buffer.from('Comment\0\u0001\0en\0\0'), deflateSync(NUMBER)])],
    ];
    for (const [kind, data] of chunks)
      expect(found('public/a.png', withChunk(png, kind, data)), kind).toEqual(['public/a.png:1:1 nhs-number']);
  });

  test('the comment of a GIF or a JPEG is read', async () => {
    const comment = `a comment that says NHS ${NUMBER}`;
    const jpeg = await picture().jpeg().toBuffer();
    const marker = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
    expect(found('public/a.jpg', Buffer.concat([jpeg.subarray(0, 2), marker, Buffer.from(comment), jpeg.subarray(2)]))).toEqual([
      'public/a.jpg:1:1 nhs-number',
    ]);
    const gif = await picture().gif().toBuffer();
    const block = Buffer.concat([Buffer.from([0x21, 0xfe, comment.length]), Buffer.from(comment), Buffer.from([0])]);
    expect(found('public/a.gif', Buffer.concat([gif.subarray(0, -1), block, gif.subarray(-1)]))).toEqual([
      'public/a.gif:1:1 nhs-number',
    ]);
  });

  test('a picture inside an SVG or a notebook is opened', async () => {
    const inner = (
      await picture()
        .withExif({ ...EXIF, ...GPS })
        .jpeg()
        .toBuffer()
    ).toString('base64');
    expect(found('public/a.svg', `<svg>\n<image href="data:image/jpeg;base64,${inner}"/></svg>`)).toEqual([
      'public/a.svg:2:14 patient-name',
      'public/a.svg:2:14 nhs-number',
      'public/a.svg:2:14 image-place',
    ]);
  });

  test('damaged pictures are no reason to stop', () => {
    for (const start of [
      '\xff\xd8\xff\xe1\xff\xff',
      '\x89PNG\r\n\x1a\n\0\0\xff\xff',
      'RIFF\0\0\0\0WEBP',
      'II*\0\xff\xff\xff\xff',
      '\0\0\0\x18ftypheic',
    ])
      expect(found('public/a.jpg', Buffer.from(start, 'latin1'))).toEqual([]);
  });
});

const CONTACT = { 'content/contacts/ada.mdx': '---\nname: Ada Byron\nemail: ada.byron@nhs.net\nphone: 020 7123 4567\n---\n' };
const PAGE = 'Ask Ada, ada.byron@nhs.net, 0207 123 4567. Ms Ada Byron was seen in clinic.\n';

describe('who is known', () => {
  test('contacts on disk may be named, and nobody else', () => {
    expect(found('content/pages/a.mdx', PAGE, temporaryFolder(CONTACT))).toEqual([]);
    expect(found('content/pages/a.mdx', PAGE).map((line) => line.split(' ')[1])).toEqual([
      'email-address',
      'phone-number',
      'patient-name',
    ]);
  });

  test('a contact that comes with the same commit counts', () => {
    const files = { ...CONTACT, 'content/pages/a.mdx': PAGE };
    expect(
      guardFiles(
        temporaryFolder(),
        Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) })),
      ),
    ).toEqual([]);
  });
});

const entry = (changes: Record<string, string> = {}): string => {
  const fields = {
    file: 'content/pages/a.mdx',
    rule: 'nhs-number',
    fingerprint: `"${fingerprintOf('nhs-number', 'content/pages/a.mdx', NUMBER)}"`,
    reason: 'The number of a form that the Trust prints.',
    ...changes,
  };
  return `- ${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n  ')}\n`;
};

describe('exceptions', () => {
  const guarded = (exceptions: string, page = `See ${NUMBER}.\n`) =>
    guardContent(temporaryFolder({ 'content/pages/a.mdx': page, [EXCEPTIONS_FILE]: exceptions }));

  test('a reviewed line lets one place pass, however it is spaced', () => {
    expect(guarded(entry())).toEqual([]);
    expect(guarded(entry(), 'See 485-777-**3457**.\n')).toEqual([]);
    expect(places(guarded(entry(), `See ${NUMBER} and 401 023 2188.\n`))).toEqual(['content/pages/a.mdx:1:22 nhs-number']);
  });

  test('it holds for its file and its rule only', () => {
    for (const changes of [{ file: 'content/pages/b.mdx' }, { rule: 'record-number' }, { fingerprint: '"0000"' }])
      expect(places(guarded(entry(changes)))).toEqual([
        `${EXCEPTIONS_FILE}:1:1 identifier-exception`,
        'content/pages/a.mdx:1:5 nhs-number',
      ]);
  });

  test('one that nothing needs is reported with its line', () => {
    const [problem] = guarded(`# Reviewed\n\n${entry()}`, 'Nothing here.\n');
    expect(problem).toEqual({
      file: EXCEPTIONS_FILE,
      line: 3,
      column: 1,
      rule: 'identifier-exception',
      message: 'Nothing needs this exception any more. Remove it, so that it cannot hide something else.',
    });
  });

  test('a look at some files does not say what nothing needs', () => {
    expect(guardFiles(temporaryFolder({ [EXCEPTIONS_FILE]: entry() }), [])).toEqual([]);
  });

  test.each([
    [
      'reason: because',
      'Give a reason that a stranger understands: what it is, and why it is no patient’s.',
      { reason: 'because' },
    ],
    [
      'no reason',
      'This exception has no reason. Give it, in words; all four are needed: file, rule, fingerprint, reason.',
      { reason: '""' },
    ],
    ['a wrong rule', /^There is no such rule\. The rules are: nhs-number, /, { rule: 'nhs' }],
    ['a number', 'YAML reads this fingerprint as a number. Put it in quotes.', { fingerprint: '1234' }],
    ['the text itself', /^A fingerprint is four signs/, { fingerprint: `"${NUMBER}"` }],
    ['another field', 'An exception has the fields file, rule, fingerprint, reason, and no others.', { line: '3' }],
  ])('%s excuses nothing', (_name, message, changes) => {
    const { exceptions, problems } = readExceptions(entry() + entry(changes as Record<string, string>));
    expect(exceptions).toHaveLength(1);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: EXCEPTIONS_FILE, line: 5, column: 3, rule: 'identifier-exception' });
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.message).not.toContain(NUMBER);
  });

  test.each([
    ['file: [', 'This file is no readable YAML, so no exception holds. Mend this line.'],
    ['file: a', 'Write a list: each exception begins with a hyphen and has file, rule, fingerprint and reason.'],
    ['- a', 'An exception has the fields file, rule, fingerprint, reason.'],
  ])('%s is told', (text, message) => expect(readExceptions(text).problems.map((problem) => problem.message)).toEqual([message]));

  test('an empty list is fine', () => expect(readExceptions('# None yet.\n')).toEqual({ exceptions: [], problems: [] }));

  test('the command prints fingerprints and no text, and never in CI', () => {
    const root = temporaryFolder({ 'content/pages/a.mdx': `See ${NUMBER}.\n` });
    const run = (CI: string) =>
      spawnSync(process.execPath, [join(process.cwd(), 'src/check/identifiers/files/fingerprint.ts')], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, CI },
      });
    const { stdout, status } = run('');
    expect(status).toBe(0);
    expect(stdout).toContain(
      `content/pages/a.mdx:1:5 nhs-number ${fingerprintOf('nhs-number', 'content/pages/a.mdx', NUMBER)}\n`,
    );
    expect(stdout).not.toContain('3457');
    expect(run('true').status).toBe(2);
  });
});

describe('what is printed', () => {
  test('is a problem of the checker, with a rule that it knows, and never the text', () => {
    const root = temporaryFolder();
    const text = `Mrs Vance was admitted, NHS number ${NUMBER}, DOB 01/02/1951, 07911 234577, tom.h@gmail.com.\n`;
    const problems = guardFiles(root, [{ path: 'content/pages/a.mdx', bytes: Buffer.from(text) }]);
    expect(problems.map(({ rule }) => rule)).toEqual([
      'patient-name',
      'nhs-number',
      'date-of-birth',
      'phone-number',
      'email-address',
    ]);
    for (const { rule, message } of problems) {
      expect(Object.keys(rules)).toContain(rule);
      expect(message).toBe(messageOf(rule as Parameters<typeof messageOf>[0]));
    }
    expect(JSON.stringify(problems)).not.toMatch(/Vance|485|1951|07911|gmail/);
  });
});

describe('secretlint', () => {
  const token = `ghp_${'aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5'}`;

  test('finds a token, and a page cannot switch it off', async () => {
    const page = `Line.\n<!-- secretlint-disable -->\n  ${token}\n`;
    const problems = await scanSecrets([{ path: 'content/pages/a.mdx', bytes: Buffer.from(page) }]);
    expect(places(problems)).toEqual(['content/pages/a.mdx:3:3 secret']);
    expect(JSON.stringify(problems)).not.toContain('ghp_');
  });

  test('passes pages without one', async () => {
    const page = readFileSync('content/guide/security.mdx');
    expect(await scanSecrets([{ path: 'content/guide/security.mdx', bytes: page }])).toEqual([]);
  });
});

test('this repository holds nothing that looks like an identifier', () => expect(guardContent(process.cwd())).toEqual([]));

test('a file that is added later is read as well', () => {
  const root = temporaryFolder({ 'content/pages/a.mdx': 'Sound.\n' });
  expect(guardContent(root)).toEqual([]);
  mkdirSync(join(root, 'somewhere/else'), { recursive: true });
  writeFileSync(join(root, 'somewhere/else/notes.txt'), NUMBER);
  writeFiles(root, { 'node_modules/a/b.txt': NUMBER });
  expect(places(guardContent(root))).toEqual(['somewhere/else/notes.txt:1:1 nhs-number']);
});
