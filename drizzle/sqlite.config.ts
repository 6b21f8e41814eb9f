export default {
	dialect: 'sqlite',
	schema: './src/lib/server/db/schema.ts',
	out: './drizzle/sqlite',
	casing: 'snake_case'
};
