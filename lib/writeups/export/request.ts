import { MARK_STATUSES, type MarkStatus } from "@/lib/watchlist/types";
import { packIds, unpackIds } from "./packed-ids";
import type { TalkSelection } from "./select";

export type ExportRequest = TalkSelection & {
	/** Slug; null is all conferences. */
	readonly conference: string | null;
};

/**
 * Which talks an export's address or form asks for: `conference`, `include=marked`, `status` and `talk` (ids), whose values
 * may be repeated or separated by commas, or `talks` (ids, packed). Values that mean nothing are passed over, except for
 * the conference's.
 */
export function readExportRequest(params: URLSearchParams): ExportRequest {
	const statuses = valuesOf(params, "status")
		.map(toStatus)
		.filter((status) => status !== undefined);
	return {
		// No database holds a NUL, and PostgreSQL will not even look for one.
		conference: params.get("conference")?.replaceAll("\0", "") || null,
		includeMarked: valuesOf(params, "include").includes("marked"),
		statuses: statuses.length > 0 ? statuses : null,
		talkIds: params.has("talk") || params.has("talks") ? talkIdsOf(params) : null,
	};
}

/** The params of an address that asks for the talks that a form names, however many. */
export function chosenTalksParams(form: URLSearchParams): URLSearchParams {
	return new URLSearchParams({ talks: packIds(talkIdsOf(form)) });
}

/** More are nobody's choice. */
const MOST_TALKS = 5_000;
const LARGEST_ID = 2_147_483_647;

function talkIdsOf(params: URLSearchParams): number[] {
	const ids = valuesOf(params, "talk")
		.filter((value) => /^\d{1,10}$/.test(value))
		.map(Number);
	const packed = params.getAll("talks").flatMap((value) => unpackIds(value, MOST_TALKS));
	return [...new Set([...ids, ...packed])].filter((id) => id <= LARGEST_ID).slice(0, MOST_TALKS);
}

function valuesOf(params: URLSearchParams, name: string): string[] {
	return params.getAll(name).flatMap((value) => value.split(",").map((each) => each.trim().toLowerCase()));
}

function toStatus(value: string): MarkStatus | undefined {
	return MARK_STATUSES.find((status) => status.toLowerCase() === value.replaceAll("-", "_"));
}
