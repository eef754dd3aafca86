import type { ReactNode } from "react";
import type { Conference } from "@/lib/talks/types";
import { formatCount, formatDuration, formatShortDay } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";
import { collapseShares } from "@/lib/watchlist/statistics/shares";
import type { HeatMap, OverTime, SeenPerson, Share, Step } from "@/lib/watchlist/statistics/types";
import { AmountCell, Chart, formatHours, formatPart, Numbers } from "./chart";
import { drawBars, drawColumns, drawHeatMap, type FILLS } from "./draw";

type Props = {
	id: string;
	title: string;
	/** What there is one row of: "Track", and several: "tracks". */
	one: string;
	many: string;
	shares: readonly (Share & { readonly href?: string })[];
	children?: ReactNode;
};

/** The others are one row of the table, and folded in full below it. */
const MAX_ROWS = 12;

/** Hours watched and left, by whatever it is. */
export function SharesChart({ id, title, one, many, shares, children }: Props) {
	const { first, others } = collapseShares(shares, MAX_ROWS);
	const visibleRows: readonly (Share & { readonly href?: string })[] = others
		? [...first, { key: "", name: `${formatCount(others.count)} other ${many}`, ...others }]
		: first;
	const caption = `Hours watched and left by ${one.toLowerCase()}`;
	const table = (name: string, rows: typeof visibleRows) => (
		<Numbers
			caption={name}
			columns={[one, "Watched", "Left"]}
			rows={rows.map(({ key, name, href, watched, left }) => ({
				key: key === null ? "none" : `-${key}`,
				name: href ? (
					<a className="link" href={href}>
						{name}
					</a>
				) : (
					name
				),
				cells: [<AmountCell key="watched" amount={watched} />, <AmountCell key="left" amount={left} />],
			}))}
		/>
	);
	// What has no name of its own would dwarf what has.
	const named = first.filter(({ key }) => key !== null);
	const bars = (named.length > 0 ? named : first).map(({ name, watched, left }) => ({
		name,
		values: [watched.minutes, left.minutes],
		label: formatPart(watched.minutes, watched.minutes + left.minutes),
	}));
	return (
		<Chart
			id={id}
			title={title}
			label={`Bars: ${caption.charAt(0).toLowerCase()}${caption.slice(1)}, as in the table beside.`}
			draw={(size) => drawBars(bars, ["watched", "left"], size)}
			table={table(`${caption}.`, visibleRows)}
			more={
				others && (
					<details className="mt-4">
						<summary className="link w-fit py-2.5">
							All {formatCount(shares.length)} {many}
						</summary>
						{table(`${caption}: all of them.`, shares)}
					</details>
				)
			}
		>
			<p className="flex flex-wrap gap-x-5">
				<Swatch fill="watched">Watched</Swatch>
				<Swatch fill="left">Left to watch</Swatch>
			</p>
			{children}
		</Chart>
	);
}

const PATTERNS: Readonly<Record<keyof typeof FILLS, string>> = {
	watched: "var(--color-watched)",
	left: "repeating-linear-gradient(-45deg, var(--color-must-see) 0 2px, var(--color-surface) 2px 6px)",
};

/** A word with the colour and pattern that stand for it in the drawings. */
function Swatch({ fill, children }: { fill: keyof typeof FILLS; children: ReactNode }) {
	return (
		<span className="inline-flex items-center gap-2">
			<span
				aria-hidden
				className="size-3.5 border"
				style={{ background: PATTERNS[fill], borderColor: `var(--color-${fill === "left" ? "must-see" : "watched"})` }}
			/>
			{children}
		</span>
	);
}

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
