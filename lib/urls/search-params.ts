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

/** Longer queries are no queries; the rest is cut. */
const MAX_QUERY_LENGTH = 200;

/** What is searched for. */
export function getQuery(params: SearchParams): string {
	return (getValues(params, "q")[0] ?? "").trim().slice(0, MAX_QUERY_LENGTH).trim();
}

/** The values of one name that are known: what is not there is left out, so that an old address still shows something. */
export function getKnown(
	params: SearchParams,
	name: string,
	known: readonly (string | { readonly slug: string })[],
): string[] {
	const values = new Set(known.map((each) => (typeof each === "string" ? each : each.slug)));
	return getValues(params, name).filter((value) => values.has(value));
}

/** One of several choices; `usual` where it says none of them. */
export function getChoice<Value extends string>(
	params: SearchParams,
	name: string,
	choices: readonly Value[],
	usual: Value,
): Value {
	const [value] = getValues(params, name);
	return choices.find((choice) => choice === value) ?? usual;
}

/** Params by name: several values, one, or whether there is any; blank and null are none. */
export function toSearchParams(
	values: Readonly<Record<string, string | number | boolean | null | readonly string[]>>,
): URLSearchParams {
	return new URLSearchParams(
		Object.entries(values).flatMap(([name, value]) => {
			if (typeof value === "object") return (value ?? []).map((each) => [name, each]);
			return value === "" || value === false ? [] : [[name, value === true ? "1" : String(value)]];
		}),
	);
}
