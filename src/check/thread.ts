/** The thread in which a build has its content checked. It answers with the result and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { checkAll } from './all.ts';

parentPort?.postMessage(await checkAll((workerData as { root: string }).root));
