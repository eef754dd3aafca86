import { formatCount, formatDuration } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";
import type { SeenPerson } from "@/lib/watchlist/statistics/types";
import { Chart, Numbers } from "./chart";
import { drawBars } from "./draw";

const MAX_SPEAKERS = 10;

/** Whose talks were watched most. */
export function SpeakersChart({ speakers }: { speakers: readonly SeenPerson[] }) {
	const first = speakers.slice(0, MAX_SPEAKERS);
	const bars = first.map(({ speaker, talks }) => ({
		name: speaker.name,
		values: [talks],
		label: formatTalkCount(talks),
	}));
	return (
		<Chart
			id="speakers"
			title="Speakers seen most"
			label="Bars: talks watched by speaker, as in the table beside."
			draw={(size) => drawBars(bars, ["watched"], size)}
			table={
				<Numbers
					caption="Talks watched by speaker."
					columns={["Speaker", "Talks", "Watched"]}
					rows={first.map(({ speaker, conference, conferenceCount, talks, minutes }) => ({
						key: `${conference.slug}/${speaker.slug}`,
						name: (
							<>
								<a className="link" href={paths.speaker(conference.slug, speaker.slug)}>
									{speaker.name}
								</a>
								{conferenceCount > 1 && (
									<span className="block text-xs text-ink-soft">at {formatCount(conferenceCount)} conferences</span>
								)}
							</>
						),
						cells: [formatCount(talks), formatDuration(minutes)],
					}))}
				/>
			}
		>
			<p>
				Of the talks that you watched.
				{speakers.length > MAX_SPEAKERS && ` The first ${MAX_SPEAKERS} of ${formatCount(speakers.length)}.`}
			</p>
		</Chart>
	);
}
