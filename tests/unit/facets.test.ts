/** The ways to narrow the list of projects: which there are, and how many projects each choice has. */
import { describe, expect, test } from 'vitest';
import { facetNames, facetsOf, slugsOf, type Listing } from '../../src/projects/facets.ts';
import { projectSchema } from '../../src/projects/schema.ts';

const schema = projectSchema();

const project = (id: string, changes: object = {}): Listing => ({
  id,
  data: schema.parse({
    title: id,
    summary: 'A project that is there to be counted.',
    kind: 'study',
    stage: 'idea',
    themes: ['evaluation'],
    contacts: ['somebody'],
    organisations: ['uclh'],
    updated: '2026-11-23',
    ...changes,
  }),
});

const names = new Map([
  ['uclh', 'University College London Hospitals'],
  ['ucl-ihi', 'Institute of Health Informatics'],
]);

/** `theme: evaluation 2, prediction 1` for each facet. */
const counts = (projects: Listing[]): string[] =>
  facetsOf(projects, names).map(
    ({ name, choices }) => `${name}: ${choices.map(({ label, projects: { length } }) => `${label} ${length}`).join(', ')}`,
  );

const data = (...kinds: string[]) => ({ evidence: { data: kinds.map((kind) => ({ kind, source: 'to be confirmed' })) } });

describe('facetsOf', () => {
  test('counts the projects of each choice, in alphabetical order of what is printed', () => {
    const projects = [
      project('a', {
        themes: ['prediction', 'evaluation'],
        organisations: ['uclh', 'ucl-ihi'],
        ...data('UCLH records', 'synthetic'),
      }),
      project('b', { stage: 'silent trial', organisations: ['uclh'], ...data('synthetic') }),
      project('c', { stage: 'silent trial', organisations: ['unlisted'] }),
    ];
    expect(counts(projects)).toEqual([
      'stage: idea 1, silent trial 2',
      'theme: evaluation 3, prediction 1',
      'data: synthetic 2, UCLH records 1',
      'organisation: Institute of Health Informatics 1, University College London Hospitals 2, unlisted 1',
    ]);
  });

  test('names the projects of a choice, and gives it a slug for the address', () => {
    const [stage] = facetsOf([project('a', { stage: 'proof of concept' }), project('b'), project('c')], names);
    expect(stage).toEqual({
      name: 'stage',
      title: 'Stage',
      choices: [
        { facet: 'stage', label: 'idea', slug: 'idea', projects: ['b', 'c'] },
        { facet: 'stage', label: 'proof of concept', slug: 'proof-of-concept', projects: ['a'] },
      ],
    });
  });

  test('hides a facet that leaves no choice', () => {
    expect(counts([project('a'), project('b')])).toEqual([]);
    expect(counts([project('a'), project('b', { themes: ['prediction'] })])).toEqual(['theme: evaluation 1, prediction 1']);
    expect(counts([])).toEqual([]);
  });

  test('what is to be confirmed is no choice', () => {
    const projects = [
      project('a', { organisations: 'to be confirmed', evidence: { data: 'to be confirmed' } }),
      project('b', { organisations: ['ucl-ihi'], ...data('synthetic') }),
      project('c', data('none')),
    ];
    expect(counts(projects)).toEqual([
      'data: none 1, synthetic 1',
      'organisation: Institute of Health Informatics 1, University College London Hospitals 1',
    ]);
  });

  test('a resource without a stage is in no stage', () => {
    const projects = [project('a', { kind: 'resource', stage: undefined }), project('b'), project('c', { stage: 'in use' })];
    expect(counts(projects)).toEqual(['stage: idea 1, in use 1']);
  });

  test('a project that uses one kind of data twice counts once', () => {
    expect(counts([project('a', data('synthetic', 'synthetic')), project('b', data('none'))])).toEqual([
      'data: none 1, synthetic 1',
    ]);
  });

  test.each([
    [{ themes: ['prediction', 'prediction'] }, 'theme: evaluation 1, prediction 1'],
    [
      { organisations: ['ucl-ihi', 'ucl-ihi'] },
      'organisation: Institute of Health Informatics 1, University College London Hospitals 1',
    ],
  ])('a project counts once with %o', (changes, expected) => {
    expect(counts([project('a', changes), project('b')])).toEqual([expected]);
  });
});

describe('slugsOf', () => {
  test('are the slugs of the choices that the project is counted under', () => {
    const projects = [
      project('a', { themes: ['prediction', 'question answering'], ...data('public by agreement', 'none') }),
      project('b', { stage: 'proof of concept', organisations: ['ucl-ihi'], ...data('public and open') }),
      project('c', { kind: 'resource', stage: undefined, organisations: 'to be confirmed' }),
    ];
    const facets = facetsOf(projects, names);
    expect(facets.map(({ name }) => name)).toEqual([...facetNames]);
    for (const one of projects) {
      for (const { name, choices } of facets) {
        const counted = choices.filter((choice) => choice.projects.includes(one.id)).map(({ slug }) => slug);
        expect(slugsOf(one)[name].split(' ').filter(Boolean).toSorted()).toEqual(counted.toSorted());
      }
    }
  });

  test('stand in an address as they are, and none is another', () => {
    const all = facetsOf(
      [
        project('a', data('UCLH records', 'public by agreement', 'public and open', 'synthetic', 'none')),
        project('b', { stage: 'silent trial', themes: ['advice and guidance'] }),
      ],
      names,
    ).flatMap(({ name, choices }) => choices.map(({ slug }) => `${name}/${slug}`));
    expect(all).toHaveLength(9);
    expect(new Set(all).size).toBe(all.length);
    for (const slug of all) expect(slug).toMatch(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});
