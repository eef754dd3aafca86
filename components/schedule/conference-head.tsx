import { Download, Search } from "lucide";
import { EditLink } from "@/components/editing/edit-link";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { formatDays } from "@/lib/talks/format";
import * as paths from "@/lib/talks/paths";
import type { Conference } from "@/lib/talks/types";

/** What a conference is, and the ways into its schedule. */
export function ConferenceHead({ conference }: { conference: Conference }) {
	const { slug, title, subtitle, startDate, endDate, venue, city, timeZone } = conference;
	const place = [venue, city].filter((part) => part !== "").join(", ");
	return (
		<PageHead title={title} crumbs={[{ name: "Conferences", href: "/" }]}>
			{subtitle && <p className="text-lg text-ink-soft">{subtitle}</p>}
			<p className="mt-1 text-ink-soft">
				{formatDays(startDate, endDate)}
				{place && ` · ${place}`}
			</p>
			<p className="text-sm text-ink-soft">Times are the conference’s, {timeZone.replaceAll("_", " ")}.</p>
			<nav aria-label={title} className="mt-3 flex flex-wrap gap-2">
				<a className="button" href={paths.talks(slug)}>
					<Icon icon={Search} /> All talks
				</a>
				<a className="button" href={paths.triage(slug)}>
					Triage
				</a>
				<a className="button" href={paths.agenda(slug)}>
					Agenda
				</a>
				<a className="button" href={paths.tracks(slug)}>
					Tracks
				</a>
				<a className="button" href={paths.rooms(slug)}>
					Rooms
				</a>
				<a className="button" href={paths.speakers(slug)}>
					Speakers
				</a>
				<a className="button" href={paths.changes(slug)}>
					Changes
				</a>
				<a className="button" href={paths.about(slug)}>
					About
				</a>
				<a className="button" href={paths.exportPage(new URLSearchParams({ conference: slug }))}>
					<Icon icon={Download} /> Export Markdown
				</a>
				<a className="button" href={paths.newWriteUp(new URLSearchParams({ conference: slug }))}>
					Write-up
				</a>
				<EditLink href={paths.edit(slug)} what="conference" />
			</nav>
		</PageHead>
	);
}
