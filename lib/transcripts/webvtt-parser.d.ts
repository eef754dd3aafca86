// What is used of it; it brings no types.
declare module "webvtt-parser" {
	type WebVttNode = { readonly type: "text"; readonly value: string } | { readonly type: "object" };

	type WebVttCue = {
		/** Seconds. */
		readonly startTime: number;
		readonly endTime: number;
		readonly tree: { readonly children: readonly WebVttNode[] };
	};

	class WebVTTParser {
		/** `entities` are the character references that are known, as "&amp;" → "&". */
		constructor(entities: Readonly<Record<string, string>>);
		/** What cannot be read is left out, and told in `errors`. */
		parse(text: string, mode: "metadata"): { readonly cues: readonly WebVttCue[]; readonly errors: readonly unknown[] };
	}

	/** A CommonJS module, whose names Node.js does not find. */
	const webvtt: { readonly WebVTTParser: typeof WebVTTParser };
	export default webvtt;
}
