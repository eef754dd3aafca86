const SIGNATURE = /^WEBVTT(?![\p{L}\p{N}])/iu;

/** Hours may be left out, and have any number of digits; a comma is SRT's. */
const TIME = String.raw`(?:(\d{1,5}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?`;
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}(?:[^\d].*)?$`);

/**
 * A WebVTT or SRT file as WebVTT that its specification's reader takes (https://www.w3.org/TR/webvtt1/): times as they have
 * to be written, without settings of where a cue is shown. All markup within cues is escaped, so that it comes out as
 * it stands there: a reader that makes a tree of it is slow on markup that is written to be. "" where no line gives times.
 */
export function normalizeWebVtt(text: string): string {
	const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
	const isWebVtt = SIGNATURE.test(lines[0] ?? "");
	const normalized = isWebVtt ? lines.slice(1).map(normalizeLine) : convertSrtLines(lines);
	return normalized.some(isTiming) ? ["WEBVTT", ...normalized].join("\n") : "";
}

/** SRT has no rule for blank lines within a cue: what stands before the next cue's number and times belongs to this one. */
function convertSrtLines(lines: readonly string[]): string[] {
	const normalized = lines.map((line) => normalizeLine(line.trim())).filter((line) => line !== "");
	const isNumbered = isNumber(normalized[normalized.findIndex(isTiming) - 1] ?? "");
	const cues: string[] = [];
	for (const line of normalized) {
		if (isTiming(line)) {
			if (isNumbered && isNumber(cues.at(-1) ?? "")) cues.pop();
			cues.push("", line);
		} else cues.push(line);
	}
	// What stands before the first cue is none.
	return cues.slice(cues.indexOf(""));
}

const isNumber = (line: string) => /^\d+$/.test(line);
const isTiming = (line: string) => line.includes("-->");

function normalizeLine(line: string): string {
	if (!line.includes("-->")) return escapeMarkup(line);
	const times = TIMING.exec(line);
	return times
		? `${formatCueTime(times.slice(1, 5))} --> ${formatCueTime(times.slice(5, 9))}`
		: escapeMarkup(line).replaceAll("-->", "--&gt;");
}

function formatCueTime([hours = "0", minutes = "0", seconds = "0", fraction = "0"]: readonly (
	| string
	| undefined
)[]): string {
	const milliseconds = Math.round(Number(`0.${fraction}`) * 1000);
	const all = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + milliseconds;
	return formatTimestamp(all);
}

/** `01:02:03.456` of milliseconds; hours have as many digits as they need, and two at least. */
export function formatTimestamp(milliseconds: number): string {
	const parts = [
		Math.floor(milliseconds / 3_600_000),
		Math.floor(milliseconds / 60_000) % 60,
		Math.floor(milliseconds / 1000) % 60,
	];
	const [hours, minutes, seconds] = parts.map((part) => String(part).padStart(2, "0"));
	return `${hours}:${minutes}:${seconds}.${String(milliseconds % 1000).padStart(3, "0")}`;
}

function escapeMarkup(line: string): string {
	return line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
