/** Something that takes place once, as calendars tell it. */
export type CalendarEvent = {
	/** The same whenever the event is written, and no other's of the calendar. */
	readonly uid: string;
	/** When anything of it last changed. */
	readonly changedAt: Date;
	/** How often what matters to those who come has changed; left out where nobody counted. */
	readonly sequence?: number;
	readonly start: Date;
	/** Minutes; 0 where it is not known. */
	readonly duration: number;
	/** The IANA name of the zone on whose clocks it is told. */
	readonly timeZone: string;
	readonly title: string;
	readonly description: string;
	readonly location: string;
	readonly categories: readonly string[];
	readonly url: string | null;
	readonly isCancelled: boolean;
};

export type Calendar = {
	readonly name: string;
	/** The IANA name of the zone that the calendar as a whole is told in; null where its events have several. */
	readonly timeZone: string | null;
	readonly url: string | null;
	/** After how many hours whoever subscribed shall ask again; left out of what is not to be subscribed to. */
	readonly refreshHours?: number;
	readonly events: readonly CalendarEvent[];
};

/** What wrote a file: readers know our own exports by it, whose texts are Markdown. */
export type Generator = { readonly name: "Talkshelf"; readonly version: string };
