import { makeProjects } from './tests/bench/copies.ts';
import { resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
for (const n of [300, 3000]) { makeProjects(n); for (let i=0;i<2;i++){const s=performance.now(); const r=spawnSync(process.execPath,[resolve('src/check/main.ts')],{cwd:resolve('.cache/bench/ours'),encoding:'utf8'}); console.log(n, Math.round(performance.now()-s), r.stdout.slice(-300), r.stderr.slice(0,500));} }
