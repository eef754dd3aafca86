import { formatCount, formatDuration } from "@/lib/text/format";
import type { OverTime, Step } from "@/lib/watchlist/statistics/types";
import { Chart, formatHours, Numbers } from "./chart";
import { drawColumns } from "./draw";

const COLUMN: Readonly<Record<Step, string>> = { week: "Week from", month: "Month", year: "Year" };

const SHORT: Readonly<Record<Step, Intl.DateTimeFormatOptions>> = {
	week: { day: "numeric", month: "short" },
	month: { month: "short", year: "2-digit" },
	year: { year: "numeric" },
};

const LONG: Readonly<Record<Step, Intl.DateTimeFormatOptions>> = {
	week: { day: "numeric", month: "long", year: "numeric" },
	month: { month: "long", year: "numeric" },
	year: { year: "numeric" },
};

/** Hours watched by week, month or year. */
export function TimeChart({ overTime: { step, periods } }: { overTime: OverTime }) {
	const columns = periods.map(({ start, minutes }) => ({
		name: format(start, SHORT[step]),
		value: minutes,
		label: minutes === 0 ? "" : formatHours(minutes).replace(" h", ""),
	}));
	// Many periods are empty: the table tells of the others.
	const rows = periods.filter(({ talks }) => talks > 0);
	return (
		<Chart
			id="over-time"
			title="Hours watched over time"
			label={`Columns: hours watched by ${step}, as in the table beside.`}
			draw={(size) => drawColumns(columns, size)}
			table={
				<Numbers
					caption={`Hours watched by ${step}. What is not listed has none.`}
					columns={[COLUMN[step], "Watched", "Talks"]}
					rows={rows.map(({ start, talks, minutes }) => ({
						key: start,
						name: format(start, LONG[step]),
						cells: [formatDuration(minutes), formatCount(talks)],
					}))}
				/>
			}
		>
			<p>By {step}, by the days in your log. A talk watched twice counts twice here, and once everywhere else.</p>
		</Chart>
	);
}

function format(day: string, options: Intl.DateTimeFormatOptions): string {
	return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));
}
