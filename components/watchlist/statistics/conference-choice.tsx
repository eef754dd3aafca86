import type { Conference } from "@/lib/talks/types";

type Props = { conferences: readonly Conference[]; chosen: string | null };

/** Chooses one conference or all; works without scripts, and the choice is in the address. */
export function ConferenceChoice({ conferences, chosen }: Props) {
	return (
		<form className="mb-6 flex flex-wrap items-end gap-2 print:hidden">
			<label className="grid min-w-0 gap-1">
				<span className="text-sm text-ink-soft">Conference</span>
				<select key={chosen} name="conference" defaultValue={chosen ?? ""} className="field max-w-full sm:w-80">
					<option value="">All conferences</option>
					{conferences.map(({ slug, title }) => (
						<option key={slug} value={slug}>
							{title}
						</option>
					))}
				</select>
			</label>
			<button type="submit" className="button">
				Show
			</button>
		</form>
	);
}
