import { Search } from "lucide";
import { Icon } from "@/components/ui/icon";
import * as paths from "@/lib/talks/paths";

/** The way from a day to the filtered list of all talks. */
export function QuickSearch({ conference, day }: { conference: string; day: string | undefined }) {
	return (
		<search>
			<form method="get" action={paths.talks(conference)} className="mb-5 flex flex-wrap items-center gap-2">
				<label className="sr-only" htmlFor="quick-search">
					Search all talks
				</label>
				<input
					id="quick-search"
					className="field max-w-md flex-1 basis-52"
					type="search"
					name="q"
					maxLength={200}
					placeholder="Title, speaker, track, abstract…"
				/>
				{day && (
					<label className="inline-flex min-h-11 items-center gap-2">
						<input type="checkbox" name="day" value={day} className="size-5 accent-accent" />
						Only this day
					</label>
				)}
				<button className="button" type="submit">
					<Icon icon={Search} /> Search
				</button>
			</form>
		</search>
	);
}
