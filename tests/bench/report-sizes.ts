/** Sets the sizes of the built site against the limits. */
import { LIMITS, LONG_LISTS, overLimits, pageSizes, type PageSize } from './sizes.ts';
import { table } from './table.ts';

/** The kind of page behind a site path: pages of one kind share a layout. */
export const kindOf = (path: string): string => {
  if (path === '/') return 'home';
  if (LONG_LISTS.has(path) || path === '/404.html') return path;
  const [room = '', ...rest] = path.split('/').filter(Boolean);
  if (rest.length === 0) return ['guide', 'meetups', 'contacts'].includes(room) ? `/${room}/` : 'a plain page';
  return rest.length === 1 ? `a page of /${room}/` : `a list of /${room}/`;
};

const kB = (bytes: number): string => (bytes / 1000).toFixed(2);

/** Prints the worst page of each kind and every page over a limit. Returns whether all limits hold. */
export const reportSizes = (root: string, base: string): boolean => {
  const pages = pageSizes(root, base);
  const kinds = Map.groupBy(pages, ({ path }) => kindOf(path));
  const worst = (group: readonly PageSize[], name: keyof typeof LIMITS) =>
    group.reduce((most, page) => (page[name] > most[name] ? page : most));
  const rows = [...kinds]
    .map(([kind, group]) => ({
      kind,
      count: group.length,
      over: group.filter((page) => overLimits(page).length > 0).length,
      critical: worst(group, 'critical'),
      firstVisit: worst(group, 'firstVisit'),
      script: worst(group, 'script'),
    }))
    .toSorted((a, b) => b.critical.critical - a.critical.critical);
  const limit = (name: keyof typeof LIMITS) => `≤ ${LIMITS[name] / 1000}`;
  console.log(`Sizes of ${pages.length} pages, in kB of 1000 bytes, brotli: the worst of each kind`);
  console.log(
    table(
      [
        'kind',
        'pages',
        `critical ${limit('critical')}`,
        `first visit ${limit('firstVisit')}`,
        `script ${limit('script')}`,
        'over',
        'heaviest page',
      ],
      rows.map(({ kind, count, over, critical, firstVisit, script }) => [
        LONG_LISTS.has(kind) ? `${kind} (long list)` : kind,
        String(count),
        kB(critical.critical),
        kB(firstVisit.firstVisit),
        kB(script.script),
        String(over),
        critical.path,
      ]),
    ),
  );
  const over = pages.filter((page) => overLimits(page).length > 0);
  for (const page of over)
    console.log(
      `  over: ${page.path} ${overLimits(page)
        .map((name) => `${name} ${kB(page[name])} (${limit(name)})`)
        .join(', ')}`,
    );
  console.log(over.length === 0 ? 'Every page keeps its limits.' : `${over.length} of ${pages.length} pages break a limit.`);
  return over.length === 0;
};
