// npm run build: makes build/ anew, whatever is there.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './ensure.mjs';

ensureInstalled();
rmSync(join(root, 'build', '.mijnpip-build'), { force: true });
ensureBuilt(process.argv.slice(2));
