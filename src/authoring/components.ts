/**
 * What authors may use in MDX besides Markdown. This one description is read by the check, by the build, by the contributor guide and
 * by the browser form.
 */

export interface Attribute {
  required?: boolean;
  /** The only values it may have. */
  values?: readonly string[];
  /** What a free value looks like, and the words that say so. */
  form?: { pattern: RegExp; words: string };
  /** One sentence for the contributor guide. */
  about: string;
}

export interface Component {
  /** One sentence: when to use it. */
  about: string;
  attributes: Readonly<Record<string, Attribute>>;
  /** Whether it holds text between two tags. */
  children: boolean;
  /** Source that can be copied as it is. */
  example: string;
}

export const components = {
  Source: {
    about: 'Marks the sentence that one of the sources of the page supports.',
    attributes: {
      id: {
        required: true,
        form: {
          pattern: /^[a-z0-9][a-z0-9-]*$/,
          words: 'the id of a source in the front matter: lower-case letters, digits and hyphens',
        },
        about: 'The id of the source, as the front matter of the page lists it.',
      },
    },
    children: false,
    example: 'Approval took six weeks.<Source id="annual-report" />',
  },
  Callout: {
    about: 'A passage that stands out: a note, a warning, or what nobody has confirmed yet.',
    attributes: {
      kind: { required: true, values: ['note', 'warning', 'unconfirmed'], about: 'What it is for.' },
      title: { about: 'A heading in place of the usual one.' },
    },
    children: true,
    example: '<Callout kind="warning">\n\nNotes stay in the trusted research environment.\n\n</Callout>',
  },
} as const satisfies Record<string, Component>;

export type ComponentName = keyof typeof components;

export const componentNames = Object.keys(components) as ComponentName[];

/** The description of a component, or undefined for a name that is none. */
export const componentOf = (name: string | null | undefined): Component | undefined =>
  typeof name === 'string' && Object.hasOwn(components, name) ? components[name as ComponentName] : undefined;
