/**
 * Meet-ups at view time. The shipped content names no date; a copy of it in which the one field is set, with a further invented series,
 * is built here and looked at with the browser's clock before, during, after, a year later, and on the days of both clock changes.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { serve } from '../../src/site/server.ts';
import { copySite, plainEnvironment } from '../copy-of-site.ts';
import { overLimits, pageSizes } from '../bench/sizes.ts';
import { validator } from './checks.ts';
import { expect, htmlOf, test } from './site.ts';

const SERIES = 'content/meetups/series/fortnightly-meetup.mdx';

const summer = `---
title: Summer and winter
summary: An invented series that meets through both clock changes.
rule:
  everyWeeks: 1
  weekday: Sunday
  time: "10:00"
firstDate: 2026-12-06
minutes: 60
place:
  name: An invented house
  address: 1 Invented Street, London
  room: to be confirmed
  access: to be confirmed
online: to be confirmed
hosts: to be confirmed
visitors: to be confirmed
ask:
  - simon-ellershaw
exceptions:
  - kind: cancelled
    on: 2026-12-27
    reason: Christmas
  - kind: moved
    on: 2027-01-10
    to: 2027-01-11
    time: "14:00"
    place: Room 2
    reason: The room is taken
---

Invented.
`;

const session = `---
series: summer-and-winter
date: 2026-12-13
title: An invented session
summary: A session that only a test needs, with a paper.
speakers:
  - name: A guest
paper: https://example.org/paper
slides: https://example.org/slides
notes: https://example.org/notes
citation:
  type: article-journal
  title: An invented paper
  authors:
    - family: Guest
      given: A
  container: Invented Journal
  year: 2026
---

What was said.
`;

test.describe('with the shipped content', () => {
  test('no date is shown or published, and it is said whom to ask', async ({ page, folder }) => {
    for (const path of ['', 'meetups/', 'meetups/fortnightly-meetup/']) {
      await page.goto(path);
      const text = await page.locator('main').innerText();
      expect(text, path).toContain('Which Wednesday is next is still to be confirmed.');
      expect(text, path).toContain('Simon Ellershaw');
      expect(htmlOf(folder, path), path).not.toMatch(/<next-meetup|\.ics\b|EventSeries|startDate/);
    }
    expect(globSync('**/*.ics', { cwd: folder })).toEqual([]);
    expect(existsSync(join(folder, 'meetups/dates.xml'))).toBe(false);
    const copies = ['llms.txt', 'meetups/fortnightly-meetup.md'].map((file) => readFileSync(join(folder, file), 'utf8'));
    const day = /\b(Mon|Tues|Wednes|Thurs|Fri)day \d{1,2} \w+ 20\d\d/;
    for (const text of [...copies, await page.locator('main').innerText()]) expect(text).not.toMatch(day);
  });
});

test.describe('with the first date confirmed', () => {
  test.describe.configure({ mode: 'serial', timeout: 240_000 });
  let root: string;
  let served: { url: string; server: Server };
  let at: string;

  // eslint-disable-next-line no-empty-pattern
  test.beforeAll(async ({}, info) => {
    root = copySite();
    const base = new URL(String(info.project.use.baseURL)).pathname;
    const written = readFileSync(join(root, SERIES), 'utf8');
    writeFileSync(join(root, SERIES), written.replace('firstDate: to be confirmed', 'firstDate: 2026-12-02'));
    mkdirSync(join(root, 'content/meetups/sessions'), { recursive: true });
    writeFileSync(join(root, 'content/meetups/series/summer-and-winter.mdx'), summer);
    writeFileSync(join(root, 'content/meetups/sessions/invented-session.mdx'), session);
    const env = { ...plainEnvironment(), BASE_PATH: base, SITE_URL: 'https://example.org' };
    const { status, stderr } = spawnSync(process.execPath, ['src/site/build.ts'], { cwd: root, encoding: 'utf8', env });
    expect(status, stderr).toBe(0);
    served = await serve(join(root, 'dist'), base, 4800);
    at = served.url;
  });

  test.afterAll(() => {
    served.server.close();
    rmSync(root, { recursive: true, force: true });
  });

  test('the one field makes dates, calendars, the feed and structured data appear', async ({ page, basePath }) => {
    await page.clock.setFixedTime('2026-11-25T12:00:00Z');
    for (const path of ['', 'meetups/', 'meetups/fortnightly-meetup/']) {
      await page.goto(at + path);
      await expect(page.locator('next-meetup').first(), path).toHaveText(
        'Next: Wednesday 2 December 2026, 10:00 (in seven days).',
      );
    }
    await expect(page.getByText('Changes can take a day to arrive.')).toBeVisible();
    const address = `https://example.org${basePath}meetups/fortnightly-meetup.ics`;
    await expect(page.locator('#calendar ~ p code')).toHaveText(address);
    await expect(page.getByRole('link', { name: 'Subscribe' })).toHaveAttribute('href', address.replace('https:', 'webcal:'));
    const dist = join(root, 'dist');
    const calendar = (name: string) => readFileSync(join(dist, `meetups/${name}.ics`), 'utf8').replaceAll('\r\n ', '');
    expect(calendar('fortnightly-meetup')).toContain('DTSTART;TZID=Europe/London:20261202T100000');
    expect(calendar('all')).toContain(`URL;VALUE=URI:https://example.org${basePath}meetups/invented-session/`);
    expect(calendar('invented-session')).toContain('DTSTART;TZID=Europe/London:20261213T100000');
    expect(readFileSync(join(dist, 'meetups/dates.xml'), 'utf8')).toContain('Wednesday 2 December 2026, 10:00');
    expect(htmlOf(dist, 'meetups/fortnightly-meetup/')).toContain('"startDate":"2026-12-02T10:00:00+00:00"');
  });

  const says = [
    ['before', '2026-12-05T12:00:00Z', 'Next: Sunday 6 December 2026, 10:00 (tomorrow).'],
    ['on the day', '2026-12-06T09:59:00Z', 'Today, 10:00 to 11:00.'],
    ['during', '2026-12-06T10:30:00Z', 'Today, on now until 11:00.'],
    ['after', '2026-12-06T11:00:00Z', 'Next: Sunday 13 December 2026, 10:00 (in seven days).'],
    [
      'before a cancelled one',
      '2026-12-21T12:00:00Z',
      'Cancelled this time (Sunday 27 December 2026: Christmas); the next is Sunday 3 January 2027, 10:00 (in 13 days).',
    ],
    [
      'before a moved one',
      '2027-01-09T12:00:00Z',
      'Next: Monday 11 January 2027, 14:00 (in two days), Room 2. Moved from Sunday 10 January 2027: The room is taken.',
    ],
    ['on the day the clocks go forward', '2027-03-28T08:59:00Z', 'Today, 10:00 to 11:00.'],
    ['in the meeting of that day', '2027-03-28T09:30:00Z', 'Today, on now until 11:00.'],
    ['after the meeting of that day', '2027-03-28T10:00:00Z', 'Next: Sunday 4 April 2027, 10:00 (in seven days).'],
    ['on the day the clocks go back', '2027-10-31T09:59:00Z', 'Today, 10:00 to 11:00.'],
    ['in the meeting of that day', '2027-10-31T10:59:00Z', 'Today, on now until 11:00.'],
    ['a year later', '2027-12-08T12:00:00Z', 'Next: Sunday 12 December 2027, 10:00 (in four days).'],
  ] as const;

  for (const [when, now, words] of says) {
    test(`${when}, ${now}, the words are right`, async ({ browser, faults }) => {
      const context = await browser.newContext({ timezoneId: 'Europe/London' });
      const page = await context.newPage();
      await page.clock.setFixedTime(now);
      await page.goto(`${at}meetups/summer-and-winter/`);
      await expect(page.locator('next-meetup')).toHaveText(words);
      await context.close();
      expect(faults).toEqual([]);
    });
  }

  test('an open page goes on as time passes, and a visitor elsewhere sees the own time', async ({ browser }) => {
    const context = await browser.newContext({ timezoneId: 'Pacific/Auckland' });
    const page = await context.newPage();
    await page.clock.install({ time: '2026-12-06T09:59:30Z' });
    await page.goto(`${at}meetups/summer-and-winter/`);
    const said = page.locator('next-meetup');
    await expect(said).toHaveText('Today, 10:00 to 11:00. Your time: Sunday 6 December 2026, 23:00.');
    await page.clock.fastForward('01:00');
    await expect(said).toHaveText('Today, on now until 11:00. Your time: Sunday 6 December 2026, 23:00.');
    await context.close();
  });

  test('without JavaScript it shows the rule and the next dates, with the day of the build', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${at}meetups/summer-and-winter/`);
    await expect(page.getByText('Every Sunday, 10:00')).toBeVisible();
    await expect(page.locator('next-meetup')).toHaveText(/Next dates, as of \d+ \w+ \d{4}, when this page was built: Sunday /);
    await context.close();
  });

  test('a session has its speakers, its links, its citation and its place in the structured data', async ({ page }) => {
    await page.goto(`${at}meetups/invented-session/`);
    await expect(page.getByRole('heading', { name: 'An invented session' })).toBeVisible();
    for (const name of ['Paper', 'Slides', 'Notes', 'Calendar file for this session', 'RIS file']) {
      await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
    }
    const data = await page.locator('script[type="application/ld+json"]').textContent();
    expect(data).toContain('"startDate":"2026-12-13T10:00:00+00:00"');
    expect(data).toContain('"eventStatus":"https://schema.org/EventScheduled"');
    const ris = await page.request.get(`${at}meetups/invented-session/cite.ris`);
    expect(await ris.text()).toMatch(/^TY {2}- JOUR/);
    await page.goto(`${at}to-be-confirmed/`);
    await expect(page.getByText('minutes', { exact: false }).first()).toBeVisible();
  });

  test('these pages are valid, and as light as all others', async ({ basePath }) => {
    const dist = join(root, 'dist');
    for (const path of ['', 'meetups/', 'meetups/summer-and-winter/', 'meetups/invented-session/', 'contribute/meetups/']) {
      const { results } = await validator.validateString(htmlOf(dist, path));
      expect(
        results.flatMap(({ messages }) => messages.map(({ message }) => message)),
        path,
      ).toEqual([]);
    }
    const heavy = pageSizes(dist, basePath).filter(({ path }) => path === '/' || path.startsWith('/meetups/'));
    expect(heavy.length).toBeGreaterThan(4);
    expect(heavy.flatMap((size) => overLimits(size).map((limit) => `${size.path} ${limit}`))).toEqual([]);
  });
});
