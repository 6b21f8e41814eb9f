import { chromium } from '@playwright/test';
const b = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--no-sandbox'] });
const run = async (who, paths, needles, pre) => {
const c = await b.newContext({ viewport:{width:1280,height:800}, baseURL:'http://localhost:4390' });
const p = await c.newPage();
await p.goto('/demo'); await p.locator(`button[value="${who}"]`).first().click(); await p.waitForURL(u=>!u.pathname.endsWith('/demo'));
if (pre) paths = await pre(p);
for (const path of paths) { await p.goto(path);
 const bad = await p.evaluate((needles)=>{const out=[];const w=document.createTreeWalker(document.body,NodeFilter.SHOW_TEXT);while(w.nextNode()){const t=w.currentNode;const n=needles.find(n=>t.data.includes(n));if(!n)continue;const e=t.parentElement;if(e.closest('bdi,[dir=auto],textarea,option,title,script'))continue;out.push(e.outerHTML.slice(0,110));}return out;},needles);
 if(bad.length) console.log(who,path,[...new Set(bad)].slice(0,4)); }
await c.close(); };
await run('consulent', [], ['Yusuf al-Khatib','Yusuf'], async (p)=>{ await p.goto('/admin/inburgeraars?q=khatib'); const h=new URL(await p.locator('table a').first().getAttribute('href'),p.url()).pathname; return ['/admin','/admin/inburgeraars?q=khatib','/admin/afspraken','/admin/uren','/admin/duo','/admin/overdracht',...['','/pip','/afspraken','/afspraken/nieuw','/uren','/resultaten','/besluiten','/gegevens','/vragen','/brief','/contact','/duo','/cursussen','/gesprekken','/pip/print','/pip/voorbeeld?versie=huidig&taal=ar','/pip/vergelijken','/besluiten/schakelen','/verhuizing'].map(t=>h+t)]; });
await run('asiel-b1-ar', ['/ar/vandaag','/ar/pip','/ar/afspraken','/ar/vragen','/ar/hulp','/ar/voortgang','/ar/instellingen','/ar/instellingen/inzage','/ar/pip/tabel'], ['Gemeente Waterrijk','Fatma','Marieke','Bakker','Taalschool']);
await run('partner-taalschool', ['/partner','/partner/genoteerd'], ['Yusuf','Chinedu','Taalschool']);
await b.close();
