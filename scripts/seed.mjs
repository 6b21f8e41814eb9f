// npm run seed -- --people N: a synthetic population for load and scale; the work is done by seed.ts on Node 26.
import { join } from 'node:path';
import { become, ensureInstalled, root } from './ensure.mjs';

ensureInstalled();
become([join(root, 'scripts', 'seed.ts'), ...process.argv.slice(2)]);
