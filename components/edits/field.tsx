import type { ComponentProps, ReactNode } from "react";

/** What is to be known of a field: what is wrong with it, and what is said of it elsewhere. */
export type FieldNotes = {
	readonly problem?: string;
	readonly hint?: string;
	/** What the schedule says, where it was changed by hand. */
	readonly told?: string;
	/** The names of the fields that the button takes back; see `takeBack` of the actions. */
	readonly takes?: string;
	/** What is shown by now, where somebody else changed it since the form was opened. */
	readonly now?: string;
};

type FieldProps = FieldNotes & { id: string; label: string; children: ReactNode; className?: string };

/** A labelled field and all that is to be known of it. */
function Field({ id, label, children, className, ...about }: FieldProps) {
	return (
		<div className={className}>
			<label htmlFor={id}>{label}</label>
			{children}
			<FieldNotesView id={id} label={label} {...about} />
		</div>
	);
}

/** The lines below a field. The field names them with `describedBy`. */
export function FieldNotesView({
	id,
	label,
	problem,
	hint,
	told,
	takes,
	now,
}: FieldNotes & { id: string; label: string }) {
	return (
		<div id={`${id}-about`} className="mt-1 grid gap-1 text-sm wrap-anywhere text-ink-soft empty:hidden">
			{problem && <p className="text-problem">{problem}</p>}
			{hint && <p>{hint}</p>}
			{now !== undefined && <p className="text-problem">Shown now: {now || "nothing"}</p>}
			{told !== undefined && (
				<div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-l-2 border-accent pl-3">
					<p className="max-h-24 min-w-0 flex-1 basis-48 overflow-y-auto whitespace-pre-line">
						Changed by hand. The schedule says: {told}
					</p>
					<button
						type="submit"
						className="link min-h-9"
						name="takeBack"
						value={takes}
						aria-label={`Take back: ${label}`}
						formNoValidate
					>
						Take back
					</button>
				</div>
			)}
		</div>
	);
}

type TextFieldProps = FieldNotes & { label: string; className?: string } & Pick<
		ComponentProps<"input">,
		"name" | "type" | "defaultValue" | "required" | "list" | "min" | "max" | "autoComplete" | "inputMode" | "lang"
	> & { name: string };

/** A field of one line. */
export function TextField({ label, className, problem, hint, told, takes, now, ...input }: TextFieldProps) {
	const id = `edit-${input.name}`;
	return (
		<Field {...{ id, label, className, problem, hint, told, takes, now }}>
			<input
				{...input}
				id={id}
				className="field mt-1"
				autoComplete={input.autoComplete ?? "off"}
				aria-invalid={problem ? true : undefined}
				aria-describedby={`${id}-about`}
			/>
		</Field>
	);
}

type TextAreaProps = FieldNotes & {
	label: string;
	name: string;
	defaultValue: string;
	rows: number;
	className?: string;
};

/** A field of Markdown. */
export function MarkdownField({ label, className, problem, told, takes, now, ...area }: TextAreaProps) {
	const id = `edit-${area.name}`;
	return (
		<Field {...{ id, label, className, problem, told, takes, now }} hint="Markdown.">
			<textarea
				{...area}
				id={id}
				className="field mt-1 py-2 font-mono text-sm leading-relaxed"
				aria-invalid={problem ? true : undefined}
				aria-describedby={`${id}-about`}
			/>
		</Field>
	);
}

type ChoiceProps = FieldNotes & {
	label: string;
	name: string;
	chosen: string;
	options: readonly { readonly slug: string; readonly name: string }[];
	none: string;
};

/** One of several, or none. */
export function ChoiceField({ label, name, chosen, options, none, ...about }: ChoiceProps) {
	const id = `edit-${name}`;
	return (
		<Field {...{ id, label, ...about }}>
			<select
				// What is chosen is set once, when a select is made.
				key={chosen}
				id={id}
				className="field mt-1"
				name={name}
				defaultValue={chosen}
				aria-invalid={about.problem ? true : undefined}
				aria-describedby={`${id}-about`}
			>
				<option value="">{none}</option>
				{options.map((option) => (
					<option key={option.slug} value={option.slug}>
						{option.name}
					</option>
				))}
			</select>
		</Field>
	);
}
