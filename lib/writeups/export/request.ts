import { MARK_STATUSES, type MarkStatus } from "@/lib/marks/status";
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
export function parseExportRequest(params: URLSearchParams): ExportRequest {
	const statuses = readValues(params, "status")
		.map(toStatus)
		.filter((status) => status !== undefined);
	return {
		// No database holds a NUL, and PostgreSQL will not even look for one.
		conference: params.get("conference")?.replaceAll("\0", "") || null,
		includeMarked: readValues(params, "include").includes("marked"),
		statuses: statuses.length > 0 ? statuses : null,
		talkIds: params.has("talk") || params.has("talks") ? parseTalkIds(params) : null,
	};
}

/** The params of an address that asks for the talks that a form names, however many. */
export function selectedTalksParams(form: URLSearchParams): URLSearchParams {
	return new URLSearchParams({ talks: packIds(parseTalkIds(form)) });
}

/** More are nobody's choice. */
const MAX_TALKS = 5_000;
const MAX_ID = 2_147_483_647;

function parseTalkIds(params: URLSearchParams): number[] {
	const ids = readValues(params, "talk")
		.filter((value) => /^\d{1,10}$/.test(value))
		.map(Number);
	const packed = params.getAll("talks").flatMap((value) => unpackIds(value, MAX_TALKS));
	return [...new Set([...ids, ...packed])].filter((id) => id <= MAX_ID).slice(0, MAX_TALKS);
}

function readValues(params: URLSearchParams, name: string): string[] {
	return params.getAll(name).flatMap((value) => value.split(",").map((each) => each.trim().toLowerCase()));
}

function toStatus(value: string): MarkStatus | undefined {
	return MARK_STATUSES.find((status) => status.toLowerCase() === value.replaceAll("-", "_"));
}
