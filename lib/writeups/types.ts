import type { Takeaway } from "@/lib/notes/types";

/** What front matter says of a write-up. */
export type WriteUpFields = {
	readonly title: string;
	/** As front matter has it, `2026-02-11` or `2026-02-11T16:56:21Z`; empty for none. */
	readonly date: string;
	/** Empty: made of the title. */
	readonly slug: string;
	readonly description: string;
	readonly categories: readonly string[];
	readonly tags: readonly string[];
	readonly keywords: readonly string[];
	/** Further fields of the front matter, as YAML; empty for none. */
	readonly frontMatter: string;
};

/** A talk that is named but is not here (yet). */
export type MissingTalk = {
	/** The conference's slug. */
	readonly conference: string;
	readonly guid: string | null;
	/** What tells it apart there, as lib/schedule/identity.ts has it, where that is known. */
	readonly key?: string | undefined;
	readonly title: string;
	readonly url: string | null;
};

/** A place of a section: a talk's, or a heading with prose of its own. */
export type WriteUpItem = {
	/** Chosen where it is made, unique in the write-up, sections' ids aside. */
	readonly id: string;
	readonly talkId: number | null;
	/** Null where there is a talk, or none is meant. */
	readonly missingTalk: MissingTalk | null;
	/** One line of inline Markdown; null for the talk's title, empty for no heading. */
	readonly heading: string | null;
	/** Markdown, for this write-up alone; null for what the note says. */
	readonly text: string | null;
	/** The same, for takeaways. */
	readonly takeaways: readonly Takeaway[] | null;
	/** Ids of the note's takeaways that are left out. */
	readonly leftOut: readonly string[];
};

export type WriteUpSection = {
	/** Chosen where it is made, unique in the write-up. */
	readonly id: string;
	/** One line of inline Markdown; empty for a section without a heading. */
	readonly heading: string;
	/** Markdown. */
	readonly prose: string;
	readonly items: readonly WriteUpItem[];
};

/** What its author writes: all of a write-up that is saved as one. */
export type WriteUpContent = WriteUpFields & {
	/** Markdown. */
	readonly intro: string;
	readonly sections: readonly WriteUpSection[];
	/** Markdown. */
	readonly outro: string;
};

/** Which talks a write-up was started from, so that those marked since can be found. */
export type WriteUpScope =
	| { readonly kind: "nothing" }
	/** Slug. */
	| { readonly kind: "conference"; readonly conference: string }
	/** Slug. */
	| { readonly kind: "topic"; readonly topic: string }
	/** The watchlist's own query, without `?`; see lib/watchlist/list/filter.ts. */
	| { readonly kind: "watchlist"; readonly query: string };

export const EMPTY_CONTENT: WriteUpContent = {
	title: "",
	date: "",
	slug: "",
	description: "",
	categories: [],
	tags: [],
	keywords: [],
	frontMatter: "",
	intro: "",
	sections: [],
	outro: "",
};

/** That everyone who has its address can read a write-up. */
export type Publication = {
	readonly token: string;
	/** Whom it says it is by; may be empty. */
	readonly authorName: string;
	/** Whether search engines may list it. */
	readonly isIndexed: boolean;
	/** Where else it was published first; null where here. */
	readonly canonicalUrl: string | null;
	readonly publishedAt: Date;
};

/** What a list of write-ups says of one. */
export type ListedWriteUp = {
	readonly id: string;
	readonly title: string;
	readonly date: string;
	readonly sectionCount: number;
	/** Places with a talk; one that stands in two counts twice. */
	readonly talkCount: number;
	readonly updatedAt: Date;
	readonly publication: Publication | null;
};
