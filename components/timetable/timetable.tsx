"use client";

import type { CSSProperties, KeyboardEvent } from "react";
import { CANCELLED, type PackedTalks, unpackSlug, WITHDRAWN } from "@/components/talks/packed-talks";
import { useMark } from "@/components/visitor/use-visitor";
import { MARK_LABELS } from "@/lib/marks/status";
import { createTimetable, LABEL_STEP, type Timetable as Layout, type Segment } from "@/lib/talks/timetable";
import { formatCount, formatTime } from "@/lib/text/format";
import * as paths from "@/lib/urls/paths";
import { neighbourOf } from "./neighbour";
import { NowLine } from "./now-line";
import { Zoomed } from "./zoomed";
import "./timetable.css";

type Props = {
	packed: PackedTalks;
	/** Indices of `packed.rooms`, in the schedule's order. */
	rooms: readonly number[];
	timeZone: string;
	/** What the table is of. */
	caption: string;
};

const MINUTE = 60_000;

/** A day's talks, rooms beside each other and times below each other. */
export function Timetable({ packed, rooms, timeZone, caption }: Props) {
	const starts = startsOf(packed);
	const layout = layoutOf(packed, rooms, starts);
	const { start, step, rowCount } = layout;
	const perLabel = LABEL_STEP / step;
	const timeOf = (instant: number) => formatTime(new Date(instant), timeZone);
	// Rows are coarser than some talks' times.
	const timesOf = (talk: number) => {
		const begin = starts[talk] ?? 0;
		return `${timeOf(begin)}–${timeOf(begin + (packed.durations[talk] ?? 0) * MINUTE)}`;
	};
	const segments = byRow(layout);

	const move = (event: KeyboardEvent<HTMLElement>) => {
		if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
		const links = [...event.currentTarget.querySelectorAll<HTMLElement>("tbody a")];
		const order = segments.flat().flatMap(({ segment }) => segment.talk ?? []);
		const talk = order[links.indexOf(event.target as HTMLElement)];
		const next = talk === undefined ? null : neighbourOf(layout, talk, event.key);
		if (next === null) return;
		event.preventDefault();
		links[order.indexOf(next)]?.focus();
	};

	return (
		<Zoomed step={step} about={roomsSideBySide(roomsOf(layout).length)}>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled with keys too. */}
			<section className="timetable-scroll" aria-label={caption} tabIndex={0}>
				<table onKeyDown={move}>
					<caption className="sr-only">
						{caption}: rooms beside each other, times below each other. Arrow keys go from talk to talk.
					</caption>
					<thead>
						<tr>
							<td />
							{roomsOf(layout).map(({ room, lanes }) => (
								<th key={room} scope="col" colSpan={lanes === 1 ? undefined : lanes}>
									<RoomName packed={packed} room={room} />
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{segments.map((talks, row) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: a row is its time.
							<tr key={row}>
								{row % perLabel === 0 && (
									<th scope="row" rowSpan={perLabel}>
										<time>{timeOf(start + row * step * MINUTE)}</time>
									</th>
								)}
								{talks.map(({ column, segment }) =>
									segment.talk === null ? (
										<td key={column} rowSpan={segment.span} />
									) : (
										<TalkCell
											key={column}
											packed={packed}
											index={segment.talk}
											span={segment.span}
											time={timesOf(segment.talk)}
										/>
									),
								)}
							</tr>
						))}
					</tbody>
				</table>
				<NowLine start={start} end={start + rowCount * step * MINUTE} step={step} />
			</section>
		</Zoomed>
	);
}

function roomsSideBySide(count: number): string {
	return count === 1 ? "1 room" : `${formatCount(count)} rooms side by side`;
}

function RoomName({ packed, room }: { packed: PackedTalks; room: number }) {
	const named = packed.rooms[room];
	return named ? <a href={paths.room(packed.conference, named[0])}>{named[1]}</a> : "No room";
}

/** Minutes. */
const SHORT = 10;

type CellProps = { packed: PackedTalks; index: number; span: number; time: string };

function TalkCell({ packed, index, span, time }: CellProps) {
	const { mark } = useMark(packed.ids[index] ?? 0, null);
	const title = packed.titles[index] ?? "";
	const track = packed.tracks[packed.track[index] ?? -1];
	const flags = packed.flags[index] ?? 0;
	const off = (flags & WITHDRAWN) !== 0 ? "Withdrawn" : (flags & CANCELLED) !== 0 ? "Cancelled" : "";
	return (
		<td rowSpan={span}>
			<a
				className="timetable-talk"
				href={paths.talk(packed.conference, unpackSlug(packed.slugs[index] ?? "", title))}
				data-mark={mark ?? undefined}
				data-short={(packed.durations[index] ?? 0) < SHORT ? "" : undefined}
				style={{ ...(track && { "--hue": track[2] }), "--span": span } as CSSProperties}
			>
				<span className="timetable-title">
					{mark && (
						<span className="timetable-mark">
							<span className="sr-only">{MARK_LABELS[mark]}: </span>
						</span>
					)}
					{off && <b className="off">{off}</b>}
					{title}
				</span>
				<span className="timetable-about">{`${time} ${packed.speakers[index] ?? ""}`}</span>
			</a>
		</td>
	);
}

/** When each talk begins, in milliseconds since 1970. */
function startsOf({ slots }: PackedTalks): number[] {
	return slots.flatMap(([start, , count]) => Array.from({ length: count }, () => start));
}

function layoutOf(packed: PackedTalks, rooms: readonly number[], starts: readonly number[]): Layout {
	const talks = packed.ids.map((_, index) => ({
		start: starts[index] ?? 0,
		duration: packed.durations[index] ?? 0,
		room: packed.room[index] ?? -1,
	}));
	return createTimetable(talks, rooms);
}

/** The segments that begin in each row, from left to right. */
function byRow({ columns, rowCount }: Layout): { column: number; segment: Segment }[][] {
	const rows: { column: number; segment: Segment }[][] = Array.from({ length: rowCount }, () => []);
	for (const [column, { segments }] of columns.entries()) {
		for (const segment of segments) rows[segment.row]?.push({ column, segment });
	}
	return rows;
}

/** Each room once, with how many columns it has. */
function roomsOf({ columns }: Layout): { room: number; lanes: number }[] {
	const rooms: { room: number; lanes: number }[] = [];
	for (const { room } of columns) {
		const last = rooms.at(-1);
		if (last && last.room === room) last.lanes++;
		else rooms.push({ room, lanes: 1 });
	}
	return rooms;
}
