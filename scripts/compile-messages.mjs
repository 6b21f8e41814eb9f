// Compiles the messages as the Vite plugin does during a build: vite.config.ts has the same options. Node 26.
import { compile } from '@inlang/paraglide-js';

await compile({
	project: './messages/project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['url', 'cookie', 'baseLocale'],
	isServer: "import.meta.env?.SSR ?? typeof window === 'undefined'",
	outputStructure: 'message-modules',
	// Files that are there may be in use by a server or a test at this moment.
	cleanOutdir: false
});
