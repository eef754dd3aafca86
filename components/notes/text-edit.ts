/** What a field holds, and what of it is selected: from the character `start` to before `end`. */
export type Field = { readonly text: string; readonly start: number; readonly end: number };

/** `insert` in the place of the characters from `from` to before `to`; then `start` to `end` of the new text is selected. */
export type TextEdit = {
	readonly from: number;
	readonly to: number;
	readonly insert: string;
	readonly start: number;
	readonly end: number;
};
