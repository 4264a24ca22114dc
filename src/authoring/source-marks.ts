/**
 * Makes each numbered mark of a source, and the note beside its first mention, while the page is compiled. As components they
 * would be made anew in every build of every page; as plain elements they become part of its text.
 */
import { defineHastPlugin, type HastContent } from 'satteri';

interface Mark {
  attributes: readonly { name?: string; value?: unknown }[];
}

/** An element of the tree that the parser makes. */
export const element = (tagName: string, properties: Record<string, unknown>, ...children: (string | object)[]): HastContent =>
  ({
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  }) as unknown as HastContent;

const visit = (node: Readonly<Mark>, context: { replaceNode: (node: never, by: HastContent[]) => void }): void => {
  const { id, number, first, publisher, title, url, when, caution } = Object.fromEntries(
    node.attributes.map((attribute) => [attribute.name, String(attribute.value)]),
  );
  // A mark without a number leads nowhere. It stays a component that does not exist, which stops the build.
  if (!number) return;
  const ignored = { dataPagefindIgnore: '' };
  const link = element(
    'a',
    { href: `#source-${id}`, ...(first ? { id: `cited-${id}` } : {}), ariaLabel: `Source ${number}` },
    number,
  );
  const mark = element('sup', { className: ['mark'], ...ignored }, link);
  if (!first) return context.replaceNode(node as never, [mark]);
  // Said in full at the end of the page, so hidden here from those who listen rather than look.
  const note = element(
    'small',
    { className: ['note'], ariaHidden: 'true', ...ignored },
    `${number}. ${publisher}, `,
    element('a', { href: url, tabIndex: -1 }, String(title)),
    `; ${when}.`,
    ...(caution ? [element('em', {}, ` ${caution}.`)] : []),
  );
  context.replaceNode(node as never, [mark, note]);
};

/** The plug-in. It runs on what `sourceNotes` (sources.ts) has numbered. */
export const sourceMarks = defineHastPlugin({
  name: 'source-marks',
  mdxJsxTextElement: { filter: ['Source'], visit: visit as never },
  mdxJsxFlowElement: { filter: ['Source'], visit: visit as never },
});
