export default {
	dialect: 'postgresql',
	schema: './src/lib/server/db/schema.ts',
	out: './drizzle/postgres',
	casing: 'snake_case'
};
