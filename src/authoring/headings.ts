/** Gives each heading of a page the id that leads to it. */
import GithubSlugger from 'github-slugger';
import { defineHastPlugin } from 'satteri';

export interface Heading {
  /** From 1 to 6. */
  depth: number;
  /** Its id. */
  slug: string;
  text: string;
}

/** The plug-in. It puts the headings of the page into `found`, in order. */
export const headingIds = (found: Heading[]) => {
  const slugger = new GithubSlugger();
  return defineHastPlugin({
    name: 'heading-ids',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, context) {
        const text = context.textContent(node);
        // The heading that the parser puts over footnotes has an id already.
        const own = node.properties.id;
        const slug = typeof own === 'string' ? own : slugger.slug(text);
        found.push({ depth: Number(node.tagName[1]), slug, text });
        if (typeof own !== 'string') context.setProperty(node, 'id', slug);
      },
    },
  });
};
