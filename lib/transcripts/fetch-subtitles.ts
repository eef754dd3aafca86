import { deadlineIn, fetchChecked } from "@/lib/fetch/fetch-checked";
import { FetchError } from "@/lib/fetch/fetch-error";
import { createIpFilter } from "@/lib/fetch/public-address";
import { parseUrl } from "@/lib/schedule/fields/parse-url";
import { readSubtitles } from "./read";
import { SubtitleError } from "./subtitle-error";
import type { Cue } from "./types";

const MAX_BYTES = 5 * 1024 * 1024;

export type FetchSubtitlesOptions = {
	/** Whether this machine and private networks may be read from; by default what ALLOW_PRIVATE_SOURCES says. */
	readonly allowPrivate?: boolean;
	/** For each file (10,000). */
	readonly timeoutMs?: number;
};

/** What the subtitle file at an address has, or why there is nothing, in one sentence. */
export async function fetchSubtitles(
	url: string,
	{ allowPrivate, timeoutMs = 10_000 }: FetchSubtitlesOptions,
): Promise<{ readonly cues: readonly Cue[]; readonly problem: string }> {
	if (!parseUrl(url)) return { cues: [], problem: `"${url}" is no address.` };
	try {
		const { bytes } = await fetchChecked(url, {
			what: "subtitle file",
			deadline: deadlineIn(timeoutMs),
			isAllowed: createIpFilter(allowPrivate),
			maxBytes: MAX_BYTES,
		});
		return { cues: readSubtitles(bytes), problem: "" };
	} catch (error) {
		if (error instanceof FetchError || error instanceof SubtitleError) return { cues: [], problem: error.message };
		throw error;
	}
}
