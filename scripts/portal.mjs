// npm run portal -- COMMAND: operations on the database of the environment. Exit code 0 means: all of it worked.
import { join } from 'node:path';
import { become, ensureInstalled, root } from './ensure.mjs';

ensureInstalled();
become([join(root, 'scripts', 'portal.ts'), ...process.argv.slice(2)]);
