/** What a share card says: an image that stands for an address where it is shared. */
export type Card = {
	/** Where it belongs: the conference, or what kind of thing it is. */
	readonly about: string;
	readonly title: string;
	/** Who and when, a line each; those that are empty are left out. */
	readonly lines: readonly string[];
	/** A track's name and hue in degrees, where there is one. */
	readonly track: { readonly name: string; readonly hue: number } | null;
};

/** Pixels, as https://ogp.me and those who show cards expect. */
export const WIDTH = 1200;
export const HEIGHT = 630;
