/** What the check of a pull request wrote down, read as what it is: a text that anybody may have written. */
import { z } from 'astro/zod';
import { unzipSync } from 'fflate';

/** The artifact that the check leaves, and the file in it. */
export const ARTIFACT = 'check-report';
const FILE = 'report.json';

/** The most that is read. The check of this whole site with a fault on every page stays far below. */
export const MOST_BYTES = 500_000;

const problemSchema = z.object({
  file: z.string().min(1).max(300),
  line: z.int().min(1).max(1_000_000),
  rule: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  severity: z.enum(['error', 'warning']),
  message: z.string().min(1).max(5000),
  fix: z.string().max(5000).optional(),
});

const reportSchema = z.object({ files: z.int().min(0), problems: z.array(problemSchema).max(5000) });

export type Reported = z.output<typeof problemSchema>;
export type Report = z.output<typeof reportSchema>;

/** The report in the zip of an artifact; undefined where it is none. */
export const readReport = (zip: Uint8Array): Report | undefined => {
  try {
    // In memory, so that no name in the archive can lead anywhere; and no more room is made for the file than it says it needs.
    const files = unzipSync(zip, { filter: ({ name, originalSize }) => name === FILE && originalSize <= MOST_BYTES });
    const text = new TextDecoder('utf-8', { fatal: true }).decode(files[FILE]);
    return reportSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
