// npm run attack: tries to break into the built server, as security.md §4 counts it (docs/security.md).
// `--full` for all of it, `--only=G1,G2` for some, `--seed=7` for other malformed input.
import { join } from 'node:path';
import { become, ensureBuilt, ensureInstalled, fail, root } from './ensure.mjs';

const unknown = process.argv.slice(2).filter((argument) => !/^--(full|(only|seed)=\w[\w,]*)$/.test(argument));
if (unknown.length > 0)
	fail(`Unknown: ${unknown.join(' ')}. Use: npm run attack [-- --full] [-- --only=G1,G2]`);

ensureInstalled();
ensureBuilt();
become([join(root, 'tests', 'attack', 'main.ts'), ...process.argv.slice(2)]);
