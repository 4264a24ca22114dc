/**
 * The languages that code is coloured in. Code in any other is shown plain. The list is closed because the highlighter puts code
 * of a language that it does not know into the page as HTML, and the name of the language into an attribute, neither of them escaped
 * (@astrojs/prism 4 through @astrojs/markdown-satteri 0.4).
 */
const LANGUAGES = new Set(
  (
    'plaintext text txt bash sh shell powershell python py r julia sql json json5 yaml yml toml ini csv xml html css scss javascript js ' +
    'jsx typescript ts tsx java c cpp csharp go rust ruby php scala kotlin swift matlab markdown md diff docker dockerfile makefile ' +
    'git http graphql latex tex regex mermaid jinja2 django nix hcl'
  ).split(' '),
);

/** What to colour code as: its own language, or none. */
export const languageOf = (lang: string): string => {
  const name = lang.toLowerCase();
  return LANGUAGES.has(name) ? name : name === 'mdx' ? 'markdown' : 'plaintext';
};

export const languages: readonly string[] = [...LANGUAGES];
