// npm run bench: the goals of speed and size, measured; the work is done by bench.ts on Node 26.
import { join } from 'node:path';
import { become, ensureBuilt, ensureInstalled, root } from './ensure.mjs';

ensureInstalled();
ensureBuilt();
become([join(root, 'scripts', 'bench.ts'), ...process.argv.slice(2)]);
