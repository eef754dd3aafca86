/** What a visitor is asked once after a conference: whether the must-see talks that they did not watch are missed. */
export type MissedOffer = {
	readonly conference: { readonly slug: string; readonly title: string };
	/** One at least, in the order of the schedule. */
	readonly talks: readonly { readonly id: number; readonly title: string }[];
};
