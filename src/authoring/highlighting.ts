/** Marks the parts of code with classes, which the style sheet colours. */
import { runHighlighterWithAstro } from '@astrojs/prism/dist/highlighter';
import { defineHastPlugin, htmlToHast } from 'satteri';

interface Code {
  type: string;
  tagName?: string;
  properties?: { className?: unknown };
}

const languageOf = (code: Code): string => {
  const classes = code.properties?.className;
  const name = Array.isArray(classes) ? classes.map(String).find((one) => one.startsWith('language-')) : undefined;
  return name?.slice('language-'.length) ?? 'plaintext';
};

/** The plug-in. Every language that reaches it is one of languages.ts: the highlighter writes out any other unescaped. */
export const highlighting = defineHastPlugin({
  name: 'highlighting',
  element: {
    filter: ['pre'],
    async visit(node, context) {
      const code = node.children.find((child) => child.type === 'element' && child.tagName === 'code');
      if (!code) return undefined;
      const language = languageOf(code);
      const text = context.textContent(code as never).replace(/\n$/, '');
      const { html, classLanguage } = await runHighlighterWithAstro(language, text);
      const marked = `<pre class="${classLanguage}" data-language="${language}"><code class="${classLanguage}">${html}</code></pre>`;
      const tree = htmlToHast(marked, { fragment: true });
      return 'children' in tree ? (tree.children[0] as never) : undefined;
    },
  },
});
