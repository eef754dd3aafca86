import { compileWriteUp } from "@/lib/writeups/compile/compile";
import type { CompiledTalk } from "@/lib/writeups/compile/types";
import { DEFAULT_OPTIONS, type MarkdownOptions } from "@/lib/writeups/options";
import { EMPTY_CONTENT, type WriteUpContent, type WriteUpItem } from "@/lib/writeups/types";

/** A talk for tests; what is not given is as little as can be. */
export function talkWith(parts: Partial<CompiledTalk>): CompiledTalk {
	const url = parts.url === undefined ? "https://conference.example/talk/" : parts.url;
	return {
		id: 1,
		slug: "talk",
		title: "Talk",
		url,
		start: new Date("2026-01-31T09:00:00Z"),
		day: "2026-01-31",
		conference: { slug: "conf-2026", title: "Conf 2026" },
		track: { slug: "track", name: "Track", position: 0 },
		room: { name: "Room", position: 0 },
		speakers: [],
		links: [],
		mark: null,
		note: null,
		addresses: url === null ? [] : [url],
		...parts,
	};
}

type TakeawayParts = string | { readonly text: string; readonly time?: number };

export function noteWith(text: string, takeaways: readonly TakeawayParts[] = []) {
	return {
		text,
		takeaways: takeaways.map((each, index) => ({
			id: `t${index}`,
			...(typeof each === "string" ? { text: each } : each),
		})),
		updatedAt: new Date("2026-03-01T12:00:00Z"),
	};
}

export function itemWith(parts: Partial<WriteUpItem>): WriteUpItem {
	return {
		id: "i",
		talkId: null,
		missingTalk: null,
		heading: null,
		text: null,
		takeaways: null,
		leftOut: [],
		...parts,
	};
}

export function contentWith(parts: Partial<WriteUpContent>): WriteUpContent {
	return { ...EMPTY_CONTENT, title: "Conf 2026", ...parts };
}

/** The file of a write-up of these talks, one below the other in one section, from their notes. */
export function compileTalks(
	talks: readonly CompiledTalk[],
	options: Partial<MarkdownOptions> = {},
	parts: Partial<WriteUpContent> = {},
): string {
	const numbered = talks.map((talk, index) => ({ ...talk, id: index + 1 }));
	const items = numbered.map(({ id }) => itemWith({ id: `i${id}`, talkId: id }));
	const content = contentWith({ sections: [{ id: "s", heading: "Track", prose: "", items }], ...parts });
	return compileWriteUp(content, new Map(numbered.map((talk) => [talk.id, talk])), { ...DEFAULT_OPTIONS, ...options });
}
