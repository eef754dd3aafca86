import type { MarkStatus } from "@/lib/marks/status";
import type { NoteContent } from "@/lib/notes/types";
import type { LinkKind } from "@/lib/schedule/types";

export type ExportedLink = { readonly kind: LinkKind; readonly url: string; readonly title: string };

/** What a write-up says of a talk, and what its writer has of it. Plain data: it can be sent to a browser. */
export type CompiledTalk = {
	readonly id: number;
	/** Unique within its conference. */
	readonly slug: string;
	readonly title: string;
	/** The talk's own page at the conference; null where it has none. */
	readonly url: string | null;
	readonly start: Date;
	/** The conference's day, `YYYY-MM-DD`. */
	readonly day: string;
	readonly conference: { readonly slug: string; readonly title: string };
	/** `position` is the order of the schedule. */
	readonly track: { readonly slug: string; readonly name: string; readonly position: number } | null;
	readonly room: { readonly name: string; readonly position: number } | null;
	/** Names, in the order in which the schedule gives them. */
	readonly speakers: readonly string[];
	/** Recordings and slides, in the schedule's order. */
	readonly links: readonly ExportedLink[];
	readonly mark: { readonly status: MarkStatus; readonly updatedAt: Date } | null;
	readonly note: (NoteContent & { readonly updatedAt: Date }) | null;
	/** Of its page at the conference and of our own pages of it: a link to one of them is a link to the talk. */
	readonly addresses: readonly string[];
};
