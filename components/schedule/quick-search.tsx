import { Search } from "lucide";
import { Icon } from "@/components/ui/icon";
import * as paths from "@/lib/talks/paths";

/** The way from a day to the filtered list of all talks. */
export function QuickSearch({ conference, day }: { conference: string; day: string | undefined }) {
	return (
		<search>
			<form
				method="get"
				action={paths.talks(conference)}
				className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden"
			>
				<div className="search-line">
					<label className="sr-only" htmlFor="quick-search">
						Search all talks
					</label>
					<input
						id="quick-search"
						className="field"
						type="search"
						name="q"
						maxLength={200}
						placeholder="Title, speaker, track, abstract…"
					/>
					<button className="button" type="submit">
						<Icon icon={Search} /> Search
					</button>
				</div>
				{day && (
					<label className="inline-flex min-h-11 items-center gap-2">
						<input type="checkbox" name="day" value={day} className="size-5 accent-accent" />
						Only this day
					</label>
				)}
			</form>
		</search>
	);
}
