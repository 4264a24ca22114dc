/** Reads the file of a page: its fields and its text. */
import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';

/** The fields as they are written, and the text without space around it. @throws when the front matter is no YAML. */
export const readPageFile = (contents: string): { data: Record<string, unknown>; body: string } => {
  const { frontmatter, content } = parseFrontmatter(contents);
  return { data: frontmatter, body: content.trim() };
};
