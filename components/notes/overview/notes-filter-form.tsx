import { Search } from "lucide";
import { Choice, hiddenParams } from "@/components/search/filter-fields";
import { Icon } from "@/components/ui/icon";
import { type NotesChoices, type NotesView, notesParams } from "@/lib/notes/overview/view";
import * as paths from "@/lib/urls/paths";

type Props = { view: NotesView; choices: NotesChoices };

/** The search and the filters. A plain form, so that it works without script; its state is the address. */
export function NotesFilterForm({ view, choices }: Props) {
	const isSearched = view.tab === "notes";
	// One conference for all talks is nothing to choose by.
	const hasChoices = [choices.conferences, choices.topics].some(({ length }) => length > 1);
	if (!isSearched && !hasChoices) return null;
	return (
		<search>
			<form method="get" action={paths.notes()} className="mb-4 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
				{isSearched && (
					<label className="max-sm:col-span-2 sm:min-w-64 sm:flex-1">
						<span className="text-sm text-ink-soft">Words of your notes</span>
						<input
							// A field keeps what was typed; that of a new address is a new field.
							key={view.query}
							className="field"
							type="search"
							name="q"
							maxLength={200}
							defaultValue={view.query}
							placeholder="In what you wrote and took away…"
						/>
					</label>
				)}
				<Choice label="Conference" name="conference" chosen={view.conferences[0]} options={choices.conferences} />
				<Choice label="Topic" name="topic" chosen={view.topics[0]} options={choices.topics} />
				{hiddenParams(notesParams(view), ["tab", "by"]).map(([name, value]) => (
					<input key={`${name} ${value}`} type="hidden" name={name} value={value} />
				))}
				<button className="button-primary" type="submit">
					<Icon icon={Search} /> {isSearched ? "Search" : "Show"}
				</button>
			</form>
		</search>
	);
}
