import { LayoutGrid, List } from "lucide";
import { Icon } from "@/components/ui/icon";
import type { ConferenceDay } from "@/lib/talks/types";
import { formatCount, formatShortDay } from "@/lib/text/format";
import * as paths from "@/lib/urls/paths";

type Props = { conference: string; days: readonly ConferenceDay[]; current: string | undefined };

/** The days of a conference, each an address of its own. */
export function DayTabs({ conference, days, current }: Props) {
	return (
		<nav aria-label="Days">
			<ul className="tabs">
				{days.map((day) => (
					<li key={day.date} className="shrink-0">
						<a href={paths.day(conference, day.date)} aria-current={day.date === current ? "page" : undefined}>
							{formatShortDay(day.date)} <span className="text-sm font-normal">{formatCount(day.talkCount)}</span>
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}

type DayViewsProps = { conference: string; day: string; activeView: "list" | "timetable" };

/** The two ways to see a day. */
export function DayViews({ conference, day, activeView }: DayViewsProps) {
	const current = (view: DayViewsProps["activeView"]) => (view === activeView ? "page" : undefined);
	return (
		<nav aria-label="View" className="ways mx-0 print:hidden">
			<a href={paths.day(conference, day)} aria-current={current("list")}>
				<Icon icon={List} /> List
			</a>
			<a href={paths.timetable(conference, day)} aria-current={current("timetable")}>
				<Icon icon={LayoutGrid} /> Timetable
			</a>
		</nav>
	);
}
