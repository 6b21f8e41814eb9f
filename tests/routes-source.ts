import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

// Reads src/routes as text: which loads, actions and endpoints there are, and what each of them does first (AC-01).

export type Entrance = {
	routeId: string;
	/** `load`, `layout load`, `action <name>` or a method. */
	name: string;
	file: string;
	/** The function of web/guard.ts that is called before anything else; absent when something else comes first. */
	guard?: string;
};

type Module = {
	file: string;
	/** Functions and objects declared at the top, by name. */
	declared: Map<string, ts.Expression | ts.FunctionDeclaration>;
	/** Where an imported name comes from: only files of the routes themselves are followed. */
	imported: Map<string, { from: string; name: string }>;
};

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'fallback'];
const guards = /^(?:\w+Of)$/;

const modules = new Map<string, Module | undefined>();

function moduleAt(file: string): Module | undefined {
	if (!modules.has(file)) modules.set(file, existsSync(file) ? readModule(file) : undefined);
	return modules.get(file);
}

function readModule(file: string, code = readFileSync(file, 'utf8')): Module {
	const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
	const declared: Module['declared'] = new Map();
	const imported: Module['imported'] = new Map();
	for (const statement of source.statements) {
		// What is passed on under the name of an entrance would not be seen here.
		if (ts.isExportDeclaration(statement) && /\/\+[\w@.]+$/.test(file))
			throw new Error(`${file}: an export without a declaration`);
		if (ts.isFunctionDeclaration(statement) && statement.name) declared.set(statement.name.text, statement);
		if (ts.isVariableStatement(statement))
			for (const { name, initializer } of statement.declarationList.declarations)
				if (ts.isIdentifier(name) && initializer) declared.set(name.text, bare(initializer));
		if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
			const from = statement.moduleSpecifier.text;
			const { namedBindings } = statement.importClause ?? {};
			if (namedBindings && ts.isNamedImports(namedBindings))
				for (const { name, propertyName } of namedBindings.elements)
					imported.set(name.text, { from, name: (propertyName ?? name).text });
		}
	}
	return { file, declared, imported };
}

/** Without brackets, `as` and `satisfies` around it. */
function bare(node: ts.Expression): ts.Expression {
	return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)
		? bare(node.expression)
		: node;
}

type Found = { node: ts.Expression | ts.FunctionDeclaration; module: Module };

function resolve(name: string, module: Module): Found | undefined {
	const own = module.declared.get(name);
	if (own) return { node: own, module };
	const origin = module.imported.get(name);
	if (!origin?.from.startsWith('.')) return undefined;
	const other = moduleAt(join(dirname(module.file), origin.from));
	return other && resolve(origin.name, other);
}

const isFunction = (
	node: ts.Node
): node is ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration =>
	ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node);

/** The first call that is finished when this runs: of `f(g(x), h(y))` that is `g(x)`. */
function firstCall(node: ts.Node): ts.CallExpression | undefined {
	if (isFunction(node)) return undefined;
	const inside = ts.forEachChild(node, firstCall);
	return inside ?? (ts.isCallExpression(node) ? node : undefined);
}

/** The guard that is called before all else in a function, looked for in what it calls first as well. */
function guardOf({ node, module }: Found, depth = 0): string | undefined {
	if (ts.isIdentifier(node)) {
		const meant = resolve(node.text, module);
		return meant && guardOf(meant, depth);
	}
	// A function that makes the action out of another one.
	if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
		const maker = resolve(node.expression.text, module);
		const made = maker && isFunction(maker.node) && maker.node.body;
		return made && isFunction(bare(made as ts.Expression)) && depth < 4
			? guardOf({ node: bare(made as ts.Expression), module: maker.module }, depth + 1)
			: undefined;
	}
	if (!isFunction(node) || !node.body) return undefined;
	const first = ts.isBlock(node.body) ? node.body.statements[0] : node.body;
	// A condition in front of the guard is something that comes first.
	if (!first || ts.isIfStatement(first) || ts.isTryStatement(first)) return undefined;
	const call = firstCall(first);
	if (!call || !ts.isIdentifier(call.expression)) return undefined;
	const { text } = call.expression;
	const origin = module.imported.get(text);
	if (origin?.from === '#lib/server/web/guard.ts') return guards.test(origin.name) ? origin.name : undefined;
	const called = depth < 4 ? resolve(text, module) : undefined;
	return called && guardOf(called, depth + 1);
}

/** @param code what stands in the file; a test may plant something else */
export function entrancesOf(file: string, code?: string): Entrance[] {
	const module = readModule(file, code);
	const folder = dirname(file).slice('src/routes'.length);
	const routeId = folder === '' ? '/' : folder;
	const isLayout = file.includes('+layout');
	const entrance = (name: string, found: Found): Entrance => ({ routeId, name, file, guard: guardOf(found) });
	return [...module.declared].flatMap(([name, node]) => {
		if (name === 'load') return [entrance(isLayout ? 'layout load' : 'load', { node, module })];
		if (methods.includes(name) && file.endsWith('+server.ts')) return [entrance(name, { node, module })];
		if (name !== 'actions') return [];
		if (!ts.isObjectLiteralExpression(node)) throw new Error(`${file}: actions is no object`);
		return node.properties.map((property) => {
			const key = property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name));
			if (!key) throw new Error(`${file}: an action without a name of its own`);
			const { text } = property.name as ts.Identifier;
			if (ts.isShorthandPropertyAssignment(property))
				return entrance(`action ${text}`, { node: property.name, module });
			if (ts.isPropertyAssignment(property))
				return entrance(`action ${text}`, { node: bare(property.initializer), module });
			return { routeId, name: `action ${text}`, file };
		});
	});
}

/** Every load, action and endpoint of the site, from what stands in src/routes. */
export function allEntrances(): Entrance[] {
	return readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
		.filter((file) => /(^|\/)\+(page|layout|server)(@[^/]*)?(\.server)?\.ts$/.test(file))
		.sort()
		.flatMap((file) => entrancesOf(join('src/routes', file)));
}

/** Routes with a page or an endpoint: a page without a load has an entrance as well. */
export function allRouteIds(): string[] {
	const ids = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
		.filter((file) => /(^|\/)(\+page(@[^/]*)?\.svelte|\+server\.ts)$/.test(file))
		.map((file) => `/${dirname(file)}`.replace(/^\/\.$/, '/'));
	return [...new Set(ids)].sort();
}
