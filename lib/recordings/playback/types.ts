/** Where a visitor stopped in a talk's recording. */
export type Playback = {
	/** Seconds from its beginning. */
	readonly position: number;
	/** Seconds of the whole recording; null where its player did not say. */
	readonly duration: number | null;
	/** When they were there. */
	readonly at: Date;
};

/** A talk that a visitor stopped in, and may want to go on with. */
export type UnfinishedTalk = Playback & {
	readonly talkId: number;
	readonly slug: string;
	readonly title: string;
	readonly conference: { readonly slug: string; readonly title: string };
};
