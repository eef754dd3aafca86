import { MARK_STATUSES, type MarkStatus } from "@/lib/marks/status";
import type { ExportedTalk } from "./types";

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

/**
 * Ids as few letters of an address: in order, each by how much it is more than the one before (in base 36, `.` between),
 * and runs by their length after `-`: `4-2.a` is 4, 5, 6 and 16. `unpackIds` reads it back.
 */
export function packIds(ids: readonly number[]): string {
	const sorted = [...new Set(ids)].sort((a, b) => a - b);
	const parts: string[] = [];
	let last = 0;
	for (let index = 0; index < sorted.length; index++) {
		const first = sorted[index] ?? 0;
		let run = 0;
		while (sorted[index + 1] === first + run + 1) {
			run++;
			index++;
		}
		parts.push((first - last).toString(36) + (run > 0 ? `-${run.toString(36)}` : ""));
		last = first + run;
	}
	return parts.join(".");
}

/** At most `most` ids; what is not written so ends them. */
export function unpackIds(packed: string, limit: number): number[] {
	const ids: number[] = [];
	let last = 0;
	for (const part of packed.split(".")) {
		const [, step, run = "0"] = /^([0-9a-z]{1,6})(?:-([0-9a-z]{1,4}))?$/.exec(part) ?? [];
		if (step === undefined) break;
		const first = last + Number.parseInt(step, 36);
		last = first + Number.parseInt(run, 36);
		for (let id = first; id <= last && ids.length < limit; id++) ids.push(id);
		if (ids.length >= limit) break;
	}
	return ids;
}

type TalkSelection = {
	/** Marked talks without a note too. */
	readonly includeMarked: boolean;
	/** Only talks with one of these marks; null is all. */
	readonly statuses: readonly MarkStatus[] | null;
	/** Just these, by id, whether there is a note or a mark or not; null is all that the visitor has. */
	readonly talkIds: readonly number[] | null;
};

export function isSelected(talk: ExportedTalk, { includeMarked, statuses, talkIds }: TalkSelection): boolean {
	if (talk.noteUpdatedAt === null && !(includeMarked && talk.mark) && !talkIds) return false;
	return statuses === null || (talk.mark !== null && statuses.includes(talk.mark.status));
}
