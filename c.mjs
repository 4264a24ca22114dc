import { resolve } from 'node:path';
process.chdir(resolve('.cache/bench/ours'));
const { checkContent } = await import(resolve('src/check/check.ts').replace('/.cache/bench/ours',''));
for (let i=0;i<2;i++){const c=process.cpuUsage(); const s=performance.now(); const r=checkContent(process.cwd()); const u=process.cpuUsage(c); console.log(r.problems.length, 'wall',Math.round(performance.now()-s),'cpu',Math.round((u.user+u.system)/1000));}
