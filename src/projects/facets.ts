/** The ways in which the list of projects can be narrowed, each read from the projects themselves. */
import Slugger from 'github-slugger';
import { isUnconfirmed } from '../fields.ts';
import type { ProjectData } from './schema.ts';

export interface Listing {
  id: string;
  data: ProjectData;
}

export const facetNames = ['stage', 'theme', 'data', 'organisation'] as const;
export type FacetName = (typeof facetNames)[number];

/** One choice of a facet, such as the stage "silent trial". */
export interface Choice {
  facet: FacetName;
  label: string;
  slug: string;
  /** The ids of the projects that have it. */
  projects: string[];
}

export interface Facet {
  name: FacetName;
  title: string;
  choices: Choice[];
}

const slugOf = (label: string): string => new Slugger().slug(label).replace(/-+/g, '-');

/** What a project says in each facet. An organisation is named by its id; `names` turns it into words. */
const valuesOf = ({ data }: Listing): Record<FacetName, string[]> => {
  const evidence = data.evidence.data;
  return {
    stage: data.stage ? [data.stage] : [],
    theme: [...new Set(data.themes)],
    data: evidence && !isUnconfirmed(evidence) ? [...new Set(evidence.map(({ kind }) => kind))] : [],
    organisation: isUnconfirmed(data.organisations) ? [] : [...new Set(data.organisations)],
  };
};

const titles: Record<FacetName, string> = { stage: 'Stage', theme: 'Theme', data: 'Data', organisation: 'Organisation' };

/**
 * The facets that are worth showing: those with at least two choices.
 *
 * @param names the printed name of each organisation, by its id.
 */
export const facetsOf = (projects: readonly Listing[], names: ReadonlyMap<string, string>): Facet[] =>
  facetNames
    .map((name): Facet => {
      const choices = new Map<string, Choice>();
      for (const project of projects) {
        for (const value of valuesOf(project)[name]) {
          const label = name === 'organisation' ? (names.get(value) ?? value) : value;
          const choice = choices.get(value) ?? { facet: name, label, slug: slugOf(value), projects: [] };
          choice.projects.push(project.id);
          choices.set(value, choice);
        }
      }
      const sorted = [...choices.values()].toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
      return { name, title: titles[name], choices: sorted };
    })
    .filter(({ choices }) => choices.length > 1);

/** The slugs that a project has in each facet, for the script that narrows the list in the browser. */
export const slugsOf = (project: Listing): Record<FacetName, string> => {
  const values = valuesOf(project);
  return Object.fromEntries(facetNames.map((name) => [name, values[name].map(slugOf).join(' ')])) as Record<FacetName, string>;
};
