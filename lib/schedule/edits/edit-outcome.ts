/** Why nothing was written. */
export type EditFailure =
	| { readonly kind: "unchanged" }
	/** Somebody else changed it since the form was opened. */
	| { readonly kind: "changed-meanwhile" }
	/** There is no such row. */
	| { readonly kind: "gone" }
	/** What is wrong, by the form's fields; "" is the form as a whole. */
	| { readonly kind: "refused"; readonly errors: Readonly<Record<string, string>> };

export type EditOutcome<Saved extends object = object> = ({ readonly kind: "saved" } & Saved) | EditFailure;

export const failEdit = (field: string, message: string): EditFailure => ({
	kind: "refused",
	errors: { [field]: message },
});
