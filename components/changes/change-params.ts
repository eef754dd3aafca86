import { type NewsKind, parseNewsKind } from "@/lib/schedule/changes/news-kinds";

export type ChangeFilter = { readonly kind: NewsKind | undefined; readonly isMine: boolean };

/** A filter of changes as an address says it. */
export function changeParams({ kind, isMine }: ChangeFilter): URLSearchParams {
	return new URLSearchParams({ ...(kind && { kind }), ...(isMine && { mine: "1" }) });
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Reads what `changeParams` writes; anything else is no filter. */
export function parseChangeFilter({ kind, mine }: Query): ChangeFilter {
	return { kind: parseNewsKind(kind), isMine: mine === "1" };
}

/** A positive number that an address gives, as a page or an update has it; undefined for anything else. */
export function parseNumber(value: string | string[] | undefined): number | undefined {
	return typeof value === "string" && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}
