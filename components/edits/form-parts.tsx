import type { EditState } from "@/lib/actions/edit-schedule";

/** What became of a form that was sent. */
export function FormMessage({ state }: { state: Pick<EditState<unknown>, "message" | "isProblem"> }) {
	if (!state.message) return null;
	return (
		<p role={state.isProblem ? "alert" : "status"} className={state.isProblem ? "text-problem" : "text-ink-soft"}>
			{state.message}
		</p>
	);
}

/** The button that Enter presses: the form's first, so that it is none that takes something back or adds a row. */
export function DefaultSubmit() {
	return <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />;
}

/** What a form sends beside what is typed. */
export function Hidden({ values }: { values: Readonly<Record<string, string>> }) {
	return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
