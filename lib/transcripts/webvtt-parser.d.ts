// What is used of it; it brings no types.
declare module "webvtt-parser" {
	export type WebVttNode = { readonly type: "text"; readonly value: string } | { readonly type: "object" };

	export type WebVttCue = {
		/** Seconds. */
		readonly startTime: number;
		readonly endTime: number;
		readonly tree: { readonly children: readonly WebVttNode[] };
	};

	export class WebVTTParser {
		/** `entities` are the character references that are known, as "&amp;" → "&". */
		constructor(entities: Readonly<Record<string, string>>);
		/** What cannot be read is left out, and told in `errors`. */
		parse(text: string, mode: "metadata"): { readonly cues: readonly WebVttCue[]; readonly errors: readonly unknown[] };
	}
}
