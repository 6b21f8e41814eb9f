// usage: node shots.mjs port persona outprefix width,height path...
import { chromium } from '@playwright/test';
const [port, persona, out, size, ...paths] = process.argv.slice(2);
const [width,height]=size.split(',').map(Number);
const b = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--no-sandbox','--disable-background-networking'] });
const c = await b.newContext({ viewport:{width,height}, baseURL:`http://localhost:${port}` });
const p = await c.newPage();
if (persona!=='-') { await p.goto('/demo'); await p.evaluate((k)=>{const f=[...document.forms].find(f=>f.querySelector(`[value="${k}"]`)); f.requestSubmit(f.querySelector(`[value="${k}"]`).type==='hidden'?undefined:f.querySelector(`[value="${k}"]`));},persona); await p.waitForLoadState('networkidle'); }
let n=0; for (const path of paths){ await p.goto(path); await p.screenshot({path:`${out}${n++}.png`, fullPage:true}); console.log(path,await p.title()); }
await b.close();
