import { mdxToMdast } from 'satteri';
export const parseBody = (body) => {
  try { return { tree: mdxToMdast(body), faults: [] }; } catch (e) { return { tree: { type: 'root', children: [] }, faults: [{ offset: 0, kind: 'x', message: String(e.message) }] }; }
};
