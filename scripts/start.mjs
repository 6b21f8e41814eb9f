// npm start: the portal in production, with the settings of the environment (README). Installs and builds what is missing.
import { join } from 'node:path';
import { become, ensureBuilt, ensureInstalled, root } from './ensure.mjs';

ensureInstalled();
ensureBuilt();
become([join(root, 'src', 'server', 'main.ts')], { NODE_ENV: 'production' });
