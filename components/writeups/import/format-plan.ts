import { formatAmount } from "@/lib/text/format-amount";
import type { PostPlan } from "@/lib/writeups/import/plan";
import type { NoteOutcome } from "@/lib/writeups/import/types";

/** What a post is, in parts: "9 sections", "17 talks in 18 places", "68 takeaways". */
export function formatAmounts({ sections, talks }: Pick<PostPlan, "sections" | "talks">): string[] {
	const entries = sections.flatMap((section) => section.places);
	const ofTalks = entries.filter(({ talkId }) => talkId !== null).length;
	const takeaways = entries.reduce((sum, { takeawayCount }) => sum + takeawayCount, 0);
	return [
		formatAmount(sections.length, "section", "sections"),
		formatAmount(talks.length, "talk", "talks") +
			(ofTalks > talks.length ? ` in ${formatAmount(ofTalks, "place", "places")}` : ""),
		formatAmount(takeaways, "takeaway", "takeaways"),
	];
}

/** How many notes come to what, a sentence each. */
export function formatNoteChanges(talks: PostPlan["talks"]): string[] {
	const count = (fate: NoteOutcome) => talks.filter(({ note }) => note === fate).length;
	const [made, same, tooLong] = [count("made"), count("same"), count("too-long")];
	return [
		...(made > 0 ? [`${formatAmount(made, "note is", "notes are")} made of what it says about talks.`] : []),
		...(same > 0 ? [`${formatAmount(same, "note says", "notes say")} the same already.`] : []),
		...(tooLong > 0
			? [
					`What it says about ${formatAmount(tooLong, "talk", "talks")} is longer than a note may be, and stays in the write-up alone.`,
				]
			: []),
	];
}
