/** What the form that allows an editor shows after it was sent. */
export type EditorFormState = {
	readonly done?: string;
	readonly problem?: string;
	/** What was typed, where it has to be typed better. */
	readonly email?: string;
};
