/** What is wrong with a subtitle file, in one sentence for the person who wants to read it. */
export class SubtitleError extends Error {
	override readonly name = "SubtitleError";
}
