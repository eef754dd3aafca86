import type { Conference } from "@/lib/talks/types";
import { formatShortDay } from "@/lib/text/format";
import type { HeatMap } from "@/lib/watchlist/statistics/types";
import { Chart, Numbers } from "./chart";
import { drawHeatMap } from "./draw";

/** When one's talks of a conference run: by day and hour. */
export function HoursChart({ conference, map }: { conference: Conference; map: HeatMap }) {
	const days = map.days.map(formatShortDay);
	const hours = map.hours.map((hour) => `${String(hour % 24).padStart(2, "0")}:00`);
	const byDay = map.cells.map((cells) => cells.map(({ talks }) => talks));
	const byHour = map.hours.map((_, hour) => byDay.map((counts) => counts[hour] ?? 0));
	return (
		<Chart
			id="hours"
			title={`Your hours at ${conference.title}`}
			label={`Fields: your talks by day and hour of ${conference.title}, as in the table beside.`}
			draw={(size) =>
				// Days are few and hours are many: on a phone the hours go down.
				size === "wide"
					? drawHeatMap({ rows: days, columns: hours.map((hour) => hour.slice(0, 2)), counts: byDay }, size)
					: drawHeatMap({ rows: hours, columns: days, counts: byHour }, size)
			}
			table={
				<Numbers
					caption={`Talks on your watchlist by hour and day of ${conference.title}.`}
					columns={["Hour", ...days]}
					rows={map.hours.map((hour, index) => ({
						key: String(hour),
						name: hours[index],
						cells: byHour[index] ?? [],
					}))}
				/>
			}
		>
			<p>
				Talks on your watchlist that run in each hour, on the clocks of {conference.timeZone}. What is after midnight
				belongs to the day before.
			</p>
		</Chart>
	);
}
