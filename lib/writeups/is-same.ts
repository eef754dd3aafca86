/** Whether plain data is the same, whose fields may stand in another order: each parser and database has one of its own. */
export function isSame(a: unknown, b: unknown): boolean {
	return a === b || canonical(a) === canonical(b);
}

/** Plain data as JSON, the same for all that is the same. */
export function canonical(data: unknown): string {
	return JSON.stringify(data, (_, value: unknown) =>
		typeof value === "object" && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
			: value,
	);
}
