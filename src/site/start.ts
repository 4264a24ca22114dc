/** `npm start`: builds the site, then serves what was built and prints the address. */
import { buildSite, DIST } from './build.ts';
import { readAddress } from './address.ts';
import { serve } from './server.ts';

try {
  const port = Number(process.env.PORT || 4321);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT is "${process.env.PORT}". Give a number from 1 to 65535, or leave it out for 4321.`);
  }
  await buildSite(process.cwd());
  const { url } = await serve(DIST, readAddress(process.env).base, port, { say: console.log, live: true });
  console.log(`\nThe site is at ${url}\nStop it with Ctrl C.`);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
