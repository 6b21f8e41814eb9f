import { parse } from 'svelte/compiler';
import ts from 'typescript';

/** Attributes and props whose text somebody reads or hears. */
const spoken =
	/^(?:alt|title|label|placeholder|text|linkText|words|hint|caption|summary|description|aria-(?:label|description|roledescription|valuetext|placeholder))$/;
/** Attributes that hold several technical words. */
const technical =
	/^(?:class|d|viewBox|points|transform|rel|autocomplete|sizes|srcset|media|content|pattern|accept)$/;

const hasLetter = /\p{L}/u;
/** Two words after each other, with a letter more than an abbreviation has. */
const isSentence = (text: string) => /\p{L}{2,}[.,:;!?]?\s+\p{L}{2,}/u.test(text) && !isTechnical.test(text);
/** A list of class names, the value of a header, a tag. */
const isTechnical =
	/^(?:(?:(?:utrecht|inb)-[\w-]+\s*)+|(?:[a-z]+\/[a-z]+|attachment|inline); \w+=\S+|<\w[^<>]*>)$/;

type Node = { type: string; [part: string]: unknown };
const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Words that a Svelte component says by itself: text, spoken attributes, and sentences in its code. */
export function wordsInComponent(code: string): string[] {
	const found: string[] = [];
	const ast = parse(code, { modern: true }) as unknown as Record<string, unknown>;
	function walk(value: unknown, attribute?: string): void {
		if (Array.isArray(value)) return value.forEach((part) => walk(part, attribute));
		if (!isNode(value)) return;
		if (value.type === 'Comment' || value.type === 'ImportDeclaration') return;
		if (value.type === 'Attribute') attribute = String(value.name);
		const isRead = attribute === undefined || spoken.test(attribute);
		if (value.type === 'Text' && isRead && hasLetter.test(String(value.data)))
			found.push(String(value.data).trim());
		if (value.type === 'ExpressionTag' && isRead) found.push(...results(value.expression));
		const text =
			value.type === 'Literal'
				? value.value
				: value.type === 'TemplateElement'
					? (value.value as { cooked: string }).cooked
					: undefined;
		if (typeof text === 'string' && isSentence(text) && !technical.test(attribute ?? ''))
			found.push(text.trim());
		for (const [part, inner] of Object.entries(value))
			if (part !== 'metadata' && !part.endsWith('Comments')) walk(inner, attribute);
	}
	for (const part of ['fragment', 'instance', 'module'])
		walk(ast[part], part === 'fragment' ? undefined : 'code');
	return [...new Set(found)];
}

/** Words that an expression shows as they stand: `{isDone ? 'Klaar' : 'Later'}`. */
function results(expression: unknown): string[] {
	if (!isNode(expression)) return [];
	switch (expression.type) {
		case 'Literal':
			return typeof expression.value === 'string' && hasLetter.test(expression.value)
				? [expression.value]
				: [];
		case 'TemplateLiteral':
			return (expression.quasis as { value: { cooked: string } }[])
				.map(({ value }) => value.cooked.trim())
				.filter((text) => hasLetter.test(text));
		case 'ConditionalExpression':
			return [...results(expression.consequent), ...results(expression.alternate)];
		case 'LogicalExpression':
		case 'BinaryExpression':
			return ['||', '??', '&&', '+'].includes(String(expression.operator))
				? [...results(expression.left), ...results(expression.right)]
				: [];
		default:
			return [];
	}
}

/** Sentences in a TypeScript file. What is thrown is for developers, who read English. */
export function sentencesInModule(code: string): string[] {
	const found: string[] = [];
	const file = ts.createSourceFile('module.ts', code, ts.ScriptTarget.Latest, false);
	function walk(node: ts.Node): void {
		if (ts.isImportDeclaration(node) || ts.isThrowStatement(node)) return;
		const text =
			ts.isStringLiteralLike(node) ||
			node.kind === ts.SyntaxKind.TemplateHead ||
			node.kind === ts.SyntaxKind.TemplateMiddle ||
			node.kind === ts.SyntaxKind.TemplateTail
				? (node as ts.LiteralLikeNode).text
				: '';
		if (isSentence(text)) found.push(text.trim());
		ts.forEachChild(node, walk);
	}
	walk(file);
	return [...new Set(found)];
}
