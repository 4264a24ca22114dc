/**
 * What authors may use in MDX besides Markdown. This one description is read by the check, by the build, by the contributor guide and
 * by the browser form.
 */

export interface Attribute {
  required?: boolean;
  /** The only values it may have. */
  values?: readonly string[];
  /** The address of a picture beside the page. */
  picture?: true;
  /** What a free value looks like, and the words that say so. */
  form?: { pattern: RegExp; words: string };
  /** One sentence for the contributor guide. */
  about: string;
}

export interface Component {
  /** One sentence: when to use it. */
  about: string;
  attributes: Readonly<Record<string, Attribute>>;
  /** What stands between its two tags. */
  children: 'none' | 'text' | 'numbered list' | 'list';
  /** Whether it stands within a sentence; all others stand on lines of their own. */
  inline?: true;
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
    children: 'none',
    inline: true,
  },
  Callout: {
    about: 'A passage that stands out: a note, a warning, or what nobody has confirmed yet.',
    attributes: {
      kind: { required: true, values: ['note', 'warning', 'unconfirmed'], about: 'What it is for.' },
      title: { about: 'A heading in place of the usual one.' },
    },
    children: 'text',
  },
  Figure: {
    about: 'A picture with a caption. The file lies beside the page; a picture without a caption can be plain Markdown.',
    attributes: {
      src: { required: true, picture: true, about: 'The name of the file, such as ./flow.png.' },
      alt: { required: true, about: 'What the picture shows, for those who do not see it.' },
      caption: { about: 'What to look at. It stands below the picture.' },
    },
    children: 'none',
  },
  Steps: {
    about: 'Things to do one after the other.',
    attributes: {},
    children: 'numbered list',
  },
  Checklist: {
    about:
      'Things to have done, in any order. Boxes to tick, on the screen and on paper; the browser of the reader remembers them.',
    attributes: {},
    children: 'list',
  },
  Definition: {
    about: 'Says what a word means where it is first needed. Terms used on several pages belong in the glossary.',
    attributes: { term: { required: true, about: 'The word.' } },
    children: 'text',
  },
  Quote: {
    about: 'The words of somebody else, with who said them.',
    attributes: {
      who: { required: true, about: 'The person or organisation.' },
      where: { about: 'The document, the meeting or the day.' },
    },
    children: 'text',
  },
  Disclosure: {
    about: 'Detail that most readers may skip. It opens when its title is pressed, and it is printed open.',
    attributes: { title: { required: true, about: 'What is inside, so that readers know whether to open it.' } },
    children: 'text',
  },
} as const satisfies Record<string, Component>;

export type ComponentName = keyof typeof components;

export const componentNames = Object.keys(components) as ComponentName[];

/** The description of a component, or undefined for a name that is none. */
export const componentOf = (name: string | null | undefined): Component | undefined =>
  typeof name === 'string' && Object.hasOwn(components, name) ? components[name as ComponentName] : undefined;

export interface Documented extends Component {
  name: ComponentName;
}

/** Every component as a contributor reads about it: name, what it is for, attributes. Its example is a page (examples.ts). */
export const documentedComponents = (): Documented[] => componentNames.map((name) => ({ name, ...components[name] }));
