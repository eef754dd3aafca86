import { type NewsKind, parseNewsKind } from "@/lib/schedule/changes/news-kinds";
import { type SearchParams, toSearchParams } from "@/lib/urls/search-params";

export type ChangeFilter = { readonly kind: NewsKind | undefined; readonly isMine: boolean };

/** A filter of changes as an address says it. */
export function changeParams({ kind, isMine }: ChangeFilter): URLSearchParams {
	return toSearchParams({ kind: kind ?? "", mine: isMine });
}

/** Reads what `changeParams` writes; anything else is no filter. */
export function parseChangeFilter({ kind, mine }: SearchParams): ChangeFilter {
	return { kind: parseNewsKind(kind), isMine: mine === "1" };
}

/** A positive number that an address gives, as a page or an update has it; undefined for anything else. */
export function parseNumber(value: SearchParams[string]): number | undefined {
	return typeof value === "string" && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}
