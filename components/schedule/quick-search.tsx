import Form from "next/form";
import { Icon } from "@/components/ui/icon";
import { paths } from "@/lib/talks/paths";

/** The way from a day to the filtered list of all talks. */
export function QuickSearch({ conference, day }: { conference: string; day: string | undefined }) {
	return (
		<Form
			action={paths.talks(conference)}
			prefetch={false}
			role="search"
			className="mb-5 flex flex-wrap items-center gap-2"
		>
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
				<Icon name="search" /> Search
			</button>
		</Form>
	);
}
