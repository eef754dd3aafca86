import { Download, Ellipsis, LayoutGrid, List, PenLine } from "lucide";
import { EditLink } from "@/components/edits/edit-link";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { PageHead } from "@/components/ui/page-head";
import { Menu } from "@/components/ui/popover";
import type { Conference, ConferenceDay } from "@/lib/talks/types";
import { formatCount, formatDays, formatShortDay } from "@/lib/text/format";
import * as paths from "@/lib/urls/paths";

/** What a conference is, and the ways into its schedule. */
export function ConferenceHead({ conference }: { conference: Conference }) {
	const { slug, title, subtitle, startDate, endDate, venue, city, timeZone } = conference;
	const location = [venue, city].filter((part) => part !== "").join(", ");
	return (
		<PageHead title={title} crumbs={[{ name: "Conferences", href: "/" }]}>
			{subtitle && <p className="text-lg text-ink-soft">{subtitle}</p>}
			<p className="mt-1 text-ink-soft">
				{formatDays(startDate, endDate)}
				{location && ` · ${location}`}
			</p>
			<p className="text-sm text-ink-soft">Times are the conference’s, {timeZone.replaceAll("_", " ")}.</p>
			<nav aria-label={title} className="ways mt-3">
				<a href={paths.talks(slug)}>All talks</a>
				<a href={paths.triage(slug)}>Triage</a>
				<a href={paths.agenda(slug)}>Agenda</a>
				<a href={paths.tracks(slug)}>Tracks</a>
				<a href={paths.rooms(slug)}>Rooms</a>
				<a href={paths.speakers(slug)}>Speakers</a>
				<a href={paths.changes(slug)}>Changes</a>
				<a href={paths.about(slug)}>About</a>
				<EditLink href={paths.edit(slug)} what="conference" />
				<IconButton icon={Ellipsis} label="More" popoverTarget="conference-menu" />
			</nav>
			<Menu id="conference-menu">
				<a href={paths.exportPage(new URLSearchParams({ conference: slug }))}>
					<Icon icon={Download} /> Export Markdown
				</a>
				<a href={paths.newWriteUp(new URLSearchParams({ conference: slug }))}>
					<Icon icon={PenLine} /> Write-up
				</a>
			</Menu>
		</PageHead>
	);
}

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
