/** What pages ask about projects. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { organisationNames } from '../contacts/questions.ts';
import { facetsOf, type Facet } from './facets.ts';

export type Project = CollectionEntry<'projects'>;

/** All projects: studies before resources, then the newest entry first, then by title. */
export const listProjects = async (): Promise<Project[]> =>
  (await getCollection('projects')).toSorted(
    (a, b) =>
      b.data.kind.localeCompare(a.data.kind) ||
      b.data.updated.localeCompare(a.data.updated) ||
      a.data.title.localeCompare(b.data.title, 'en'),
  );

/** The facets by which the projects can be narrowed. */
export const projectFacets = async (projects: readonly Project[]): Promise<Facet[]> =>
  facetsOf(projects, await organisationNames());

/** The projects that name this contact or organisation. */
export const projectsOf = async (contact: string): Promise<Project[]> =>
  (await listProjects()).filter(({ data }) => data.contacts.includes(contact) || data.organisations.includes(contact));

/** The projects that are examples of a guide page. */
export const projectsForGuide = async (page: string): Promise<Project[]> =>
  (await listProjects()).filter(({ data }) => data.guide.includes(page));
