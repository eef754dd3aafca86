"use client";

import { type ComponentProps, type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import type { EditState } from "@/lib/actions/edit-schedule";
import type { FormRow, FormValues } from "@/lib/schedule/edits/schema";
import type { Column, EditField } from "./fields";

type EditAction = (before: EditState, form: FormData) => Promise<EditState>;

type Props = {
	action: EditAction;
	fields: readonly EditField[];
	/** The slugs of a conference and of what is edited in it; empty of a new one. */
	conference: string;
	item: string;
	opened?: string;
	values: FormValues;
	/** What the schedule says of fields that were changed by hand. */
	importedValues?: Readonly<Record<string, string>>;
	button: string;
	className?: string;
};

/** A form of all that can be edited of a conference, a talk or a speaker. */
export function EditForm({ action, fields, values: initialValues, importedValues = {}, button, ...props }: Props) {
	const [state, send, isSending] = useActionState(action, {});
	const form = useFocusFirstProblem(state);
	const values = state.values ?? initialValues;
	const { conference, item, opened = "", className = "" } = props;
	return (
		<form ref={form} action={send} className={`card grid max-w-3xl gap-4 p-5 sm:p-6 ${className}`} noValidate>
			{/* The button that Enter presses: the form's first, so that it is none that takes something back or adds a row. */}
			<button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
			<Hidden values={{ conference, item, opened: state.opened ?? opened }} />
			<div className="col-span-full empty:hidden">
				<FormMessage state={state} />
			</div>
			{fields.map((field) => {
				const { name } = field;
				const isOther = state.hasConflict && JSON.stringify(values[name]) !== JSON.stringify(initialValues[name]);
				const notes = {
					problem: state.errors?.[name],
					original: importedValues[name],
					now: isOther ? formatValue(field, initialValues[name]) : undefined,
				};
				const value = values[name] ?? "";
				return typeof value === "string" ? (
					<Field key={name} field={field} value={value} notes={notes} />
				) : (
					field.kind === "rows" && <Rows key={name} field={field} rows={value} errors={state.errors} notes={notes} />
				);
			})}
			<div className="col-span-full">
				<button className="button-primary" type="submit" disabled={isSending}>
					{button}
				</button>
			</div>
		</form>
	);
}

function formatValue(field: EditField, value: FormValues[string] | undefined): string {
	if (field.kind === "check") return value ? field.on : field.off;
	if (field.kind !== "rows" || typeof value !== "object") return String(value ?? "");
	return value.map((row) => row[field.shown] ?? "").join(field.separator);
}

/** The ref of a form that, once it comes back with something to say, shows that: a long form's button is far below. */
function useFocusFirstProblem(state: EditState) {
	const form = useRef<HTMLFormElement>(null);
	useEffect(() => {
		if (!state.message) return;
		const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
		if (field) field.focus();
		else form.current?.querySelector("[role=alert], [role=status]")?.scrollIntoView({ block: "center" });
	}, [state]);
	return form;
}

/** What a form sends beside what is typed. */
export function Hidden({ values }: { values: Readonly<Record<string, string>> }) {
	return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

/** What became of a form that was sent. */
export function FormMessage({ state: { message, isProblem } }: { state: EditState }) {
	if (!message) return null;
	return (
		<p role={isProblem ? "alert" : "status"} className={isProblem ? "text-problem" : "text-ink-soft"}>
			{message}
		</p>
	);
}

type Notes = {
	readonly problem: string | undefined;
	/** What the schedule says, where it was changed by hand. */
	readonly original: string | undefined;
	/** What is shown by now, where somebody else changed it since the form was opened. */
	readonly now: string | undefined;
};

/** A labelled field of one value, and all that is to be known of it. */
function Field({ field, value, notes }: { field: EditField; value: string; notes: Notes }) {
	const { name, label, className } = field;
	const id = `edit-${name}`;
	const describedBy = { "aria-describedby": `${id}-about` };
	const common = { id, name, ...describedBy, "aria-invalid": notes.problem ? true : undefined };
	if (field.kind === "check") {
		return (
			<div className={className}>
				<label className="inline-flex min-h-11 items-center gap-2">
					<input
						// What is chosen is set once, when an input is made.
						key={value}
						{...describedBy}
						type="checkbox"
						name={name}
						value="1"
						defaultChecked={value !== ""}
						className="size-5 accent-accent"
					/>
					{field.text}
				</label>
				<FieldNotes field={field} {...notes} />
			</div>
		);
	}
	return (
		<div className={className}>
			<label htmlFor={id}>{label}</label>
			{field.kind === "line" && (
				<Line {...field.input} {...common} className="field mt-1" defaultValue={value} options={field.options} />
			)}
			{field.kind === "markdown" && (
				<textarea
					{...common}
					className="field mt-1 py-2 font-mono text-sm leading-relaxed"
					rows={field.rows}
					defaultValue={value}
				/>
			)}
			{field.kind === "choice" && (
				<select key={value} {...common} className="field mt-1" defaultValue={value}>
					<option value="">{field.none}</option>
					{field.options.map((option) => (
						<option key={option.slug} value={option.slug}>
							{option.name}
						</option>
					))}
				</select>
			)}
			<FieldNotes field={field} {...notes} />
		</div>
	);
}

/** An input, with what it suggests. */
function Line({ options, ...input }: ComponentProps<"input"> & { options?: readonly string[] | undefined }) {
	return (
		<>
			<input autoComplete="off" {...input} {...(options && { list: `${input.id}-options` })} />
			{options && <Options id={`${input.id}-options`} options={options} />}
		</>
	);
}

function Options({ id, options }: { id: string; options: readonly string[] }) {
	return (
		<datalist id={id}>
			{options.map((option) => (
				<option key={option} value={option} />
			))}
		</datalist>
	);
}

/** The lines below a field. The field names them with `aria-describedby`. */
function FieldNotes({ field: { name, label, hint }, problem, original, now }: Notes & { field: EditField }) {
	return (
		<div id={`edit-${name}-about`} className="mt-1 grid gap-1 text-sm wrap-anywhere text-ink-soft empty:hidden">
			{problem && <p className="text-problem">{problem}</p>}
			{hint && <p>{hint}</p>}
			{now !== undefined && <p className="text-problem">Shown now: {now || "nothing"}</p>}
			{original !== undefined && (
				<div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-l-2 border-accent pl-3">
					<p className="max-h-24 min-w-0 flex-1 basis-48 overflow-y-auto whitespace-pre-line">
						Changed by hand. The schedule says: {original}
					</p>
					<TakeBack name={name} label={label} />
				</div>
			)}
		</div>
	);
}

/** Has a field say again what the schedule says of it. */
export function TakeBack({ name, label }: { name: string; label: string }): ReactNode {
	return (
		<button
			type="submit"
			className="link min-h-9"
			name="takeBack"
			value={name}
			aria-label={`Take back: ${label}`}
			formNoValidate
		>
			Take back
		</button>
	);
}

type RowsProps = {
	field: Extract<EditField, { kind: "rows" }>;
	rows: readonly FormRow[];
	errors: EditState["errors"];
	notes: Notes;
};

const EMPTY_ROWS = 2;

/** A field of several values, and empty rows for more; one that is emptied is one less. */
function Rows({ field, rows, errors, notes }: RowsProps) {
	const { name, label, className, columns } = field;
	const [extra, setExtra] = useState(0);
	const listId = `edit-${name}-options`;
	const all = [...rows, ...Array.from({ length: EMPTY_ROWS + extra }, (): FormRow => ({}))];
	return (
		<fieldset className="col-span-full" aria-describedby={`edit-${name}-about`}>
			<legend>{label}</legend>
			<div className={`mt-1 grid gap-2 ${className}`}>
				{all.map((row, index) => {
					const problems = columns.map((column) => errors?.[`${name}.${index}.${column.name}`]);
					const problem = problems.find(Boolean);
					const problemId = `edit-${name}-${index}-problem`;
					return (
						// biome-ignore lint/suspicious/noArrayIndexKey: rows neither move nor go, and nothing else tells them apart.
						<div key={index} className={`grid gap-2 ${field.rowClassName}`}>
							{columns.map((column, at) => (
								<Cell
									key={column.name}
									column={column}
									value={row[column.name] ?? column.choices?.[0]?.[0] ?? ""}
									name={`${name}.${column.name}`}
									list={column.options && listId}
									aria-label={`${column.label} ${index + 1}`}
									aria-invalid={problems[at] ? true : undefined}
									aria-describedby={problem ? problemId : undefined}
								/>
							))}
							{problem && (
								<p id={problemId} className="col-span-full text-sm text-problem">
									{problem}
								</p>
							)}
						</div>
					);
				})}
			</div>
			{columns.map((column) => column.options && <Options key={column.name} id={listId} options={column.options} />)}
			<FieldNotes field={field} {...notes} />
			<button
				type="button"
				className="link mt-1 min-h-9 text-sm max-sm:min-h-11 noscript:hidden"
				onClick={() => setExtra(extra + EMPTY_ROWS)}
			>
				{field.more}
			</button>
		</fieldset>
	);
}

type CellProps = { column: Column; value: string; name: string; list: string | undefined } & Pick<
	ComponentProps<"input">,
	"aria-label" | "aria-invalid" | "aria-describedby"
>;

function Cell({ column: { choices, input }, value, list, ...common }: CellProps) {
	if (!choices) {
		return (
			<input {...input} {...common} className="field" autoComplete="off" {...(list && { list })} defaultValue={value} />
		);
	}
	return (
		<select key={value} {...common} className="field" defaultValue={value}>
			{choices.map(([choice, label]) => (
				<option key={choice} value={choice}>
					{label}
				</option>
			))}
		</select>
	);
}

type OneButtonProps = { action: EditAction; values: Readonly<Record<string, string>>; button: string; about: string };

/** One thing to do, and what came of it; `values` are what it sends. */
export function OneButtonForm({ action, values, button, about }: OneButtonProps) {
	const [state, send, isSending] = useActionState(action, {});
	return (
		<form action={send} className="mt-6 grid max-w-3xl justify-items-start gap-2">
			<Hidden values={values} />
			<p className="text-sm text-ink-soft">{about}</p>
			<FormMessage state={state} />
			<button className="button" type="submit" disabled={isSending}>
				{button}
			</button>
		</form>
	);
}
