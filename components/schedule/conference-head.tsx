import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { formatDays } from "@/lib/talks/format";
import { paths } from "@/lib/talks/paths";
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
				<Link className="button" href={paths.talks(slug)} prefetch={false}>
					<Icon name="search" /> All talks
				</Link>
				<Link className="button" href={paths.tracks(slug)} prefetch={false}>
					Tracks
				</Link>
				<Link className="button" href={paths.rooms(slug)} prefetch={false}>
					Rooms
				</Link>
				<Link className="button" href={paths.speakers(slug)} prefetch={false}>
					Speakers
				</Link>
				<a className="button" href={paths.exportMarkdown(slug)} download>
					<Icon name="download" /> Export Markdown
				</a>
			</nav>
		</PageHead>
	);
}
