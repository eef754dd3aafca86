/** What is wrong with an address or with what is there, in one sentence for the person who asked for it. */
export class FetchError extends Error {
	override readonly name = "FetchError";
}
