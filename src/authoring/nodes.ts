/** What one part of a parsed page may not be or hold. */
import type { MdastNode } from 'satteri';
import { linkFault } from './addresses.ts';
import { IMPORT } from './before-parsing.ts';
import { elementFaults, type JsxElement } from './elements.ts';
import type { DialectFault } from './faults.ts';

/** Everything in the tree, parents before children. No recursion, so that no depth of nesting exhausts the stack. */
export const walk = function* (tree: MdastNode): Generator<MdastNode> {
  const pending: MdastNode[] = [tree];
  for (let node = pending.pop(); node; node = pending.pop()) {
    yield node;
    if ('children' in node) for (const child of node.children.toReversed()) pending.push(child as MdastNode);
  }
};

/**
 * Where neither a component nor the mark of a footnote may stand, and where to put it instead: in a link it would be a link within a
 * link, in a heading part of the address that leads there.
 */
const AROUND: Readonly<Record<string, string>> = {
  link: 'the text of a link. Put it after the link',
  linkReference: 'the text of a link. Put it after the link',
  heading: 'a heading. Put it into the text below',
};

/**
 * All that is wrong with one node, without what stands in it.
 *
 * @param tags the opening tag at each offset, as it was written.
 */
export const nodeFaults = (node: MdastNode, tags: ReadonlyMap<number, string>): DialectFault[] => {
  const offset = node.position?.start.offset ?? 0;
  const place = { offset, end: node.position?.end.offset ?? offset };
  switch (node.type as string) {
    case 'mdxjsEsm':
      return [{ ...place, kind: 'import', message: IMPORT }];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [
        { ...place, kind: 'expression', message: 'What stands in braces here would run as code. Put it between backticks.' },
      ];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return elementFaults(node as unknown as JsxElement, offset, tags.get(offset));
    case 'html':
      return [{ ...place, kind: 'html', message: 'Pages hold no raw HTML. Use Markdown.' }];
  }
  const address = node.type === 'link' || node.type === 'definition' ? linkFault(node.url) : undefined;
  if (address) return [{ ...place, kind: 'address', message: address }];
  const around = AROUND[node.type];
  if (!around) return [];
  const inside = [...walk(node)].find(({ type }) => type.startsWith('mdxJsx') || type === 'footnoteReference');
  const what = inside?.type === 'footnoteReference' ? 'The mark of a footnote' : 'A component';
  return inside ? [{ ...place, kind: 'nesting', message: `${what} stands in ${around}.` }] : [];
};
