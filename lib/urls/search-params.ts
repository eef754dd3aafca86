export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The params of an address as pages are given them. */
export function paramsByName(params: URLSearchParams): SearchParams {
	return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
}

/** The page asked for, from 1 to `pages`. */
export function parsePage(params: SearchParams, pages: number): number {
	const page = Number(getValues(params, "page")[0] ?? 1);
	return Number.isInteger(page) && page >= 1 && page <= pages ? page : 1;
}

/** More values of one filter are nobody's choice. */
const MAX_VALUES = 50;

/** The values of one name, each once; blank ones are none. */
export function getValues(params: SearchParams, name: string): string[] {
	const value = params[name];
	const values = value === undefined ? [] : typeof value === "string" ? [value] : [...value];
	return [...new Set(values.slice(0, MAX_VALUES).filter((each) => each !== ""))];
}
