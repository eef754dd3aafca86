/** Something that the command palette leads to. */
export type PaletteItem = {
	readonly kind: "talk" | "speaker" | "track" | "room" | "conference" | "page";
	readonly title: string;
	/** What else tells it apart: the conference, who speaks. */
	readonly about: string;
	/** Path of its page. */
	readonly href: string;
};
