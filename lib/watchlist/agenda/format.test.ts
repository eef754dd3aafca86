import { expect, it } from "vitest";
import { formatGap, formatRecordings } from "./days";
import type { RecordingOutlook } from "./recording-outlook";

it.each([
	[25, null, "25 min free"],
	[65, "Janson", "1 h 5 min free, then to Janson"],
	[0, "K.1", "No time between, then to K.1"],
])("tells %i minutes and the room %s that lie between", (free, room, text) => {
	expect(formatGap({ free, room })).toBe(text);
});

it.each<[RecordingOutlook["kind"][], string]>([
	[["unknown", "will-not-be-recorded"], "None of them is known to be recorded."],
	[["recorded", "unknown"], "1 of 2 has a recording."],
	[["recorded", "recorded", "will-not-be-recorded"], "2 of 3 have recordings."],
	[["will-be-recorded", "likely", "unknown"], "2 of 3 are expected to be recorded."],
	[["recorded", "likely"], "1 of 2 has a recording and 1 of 2 is expected to be recorded."],
])("tells which of %j can be caught up on", (kinds, text) => {
	expect(formatRecordings(kinds.map((kind) => ({ outlook: { kind, label: "" } })))).toBe(text);
});
