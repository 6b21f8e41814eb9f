// npm run i18n:export, i18n:import, i18n:coverage: makes sure that Node 26 is there, then hands over to i18n.ts.
import { join } from 'node:path';
import { become, ensureInstalled, root } from './ensure.mjs';

ensureInstalled();
become([join(root, 'scripts', 'i18n.ts'), ...process.argv.slice(2)]);
