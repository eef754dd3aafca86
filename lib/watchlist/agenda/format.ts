import { formatCount, formatDuration, formatNames } from "@/lib/text/format";
import type { Gap } from "./days";
import type { AgendaTalk } from "./types";

/** `25 min free, then to Janson`. */
export function formatGap({ free, room }: Gap): string {
	const parts = [
		...(free > 0 ? [`${formatDuration(free)} free`] : ["No time between"]),
		...(room === null ? [] : [`then to ${room}`]),
	];
	return parts.join(", ");
}

/** Of talks that are on at once: how many need not be seen live. */
export function formatRecordings(talks: readonly Pick<AgendaTalk, "outlook">[]): string {
	const count = (...kinds: readonly AgendaTalk["outlook"]["kind"][]) =>
		talks.filter(({ outlook }) => kinds.includes(outlook.kind)).length;
	const recorded = count("recorded");
	const expected = count("will-be-recorded", "likely");
	const of = `of ${formatCount(talks.length)}`;
	const sentences = [
		...(recorded > 0
			? [`${formatCount(recorded)} ${of} ${recorded === 1 ? "has a recording" : "have recordings"}`]
			: []),
		...(expected > 0
			? [`${formatCount(expected)} ${of} ${expected === 1 ? "is" : "are"} expected to be recorded`]
			: []),
	];
	return sentences.length === 0 ? "None of them is known to be recorded." : `${formatNames(sentences)}.`;
}
