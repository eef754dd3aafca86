import { CalendarDays } from "lucide";
import { Icon } from "@/components/ui/icon";
import { formatIsoDate } from "@/lib/text/format";
import * as paths from "@/lib/urls/paths";
import type { WatchlistEntry } from "@/lib/watchlist/types";

type Props = { entries: readonly WatchlistEntry[]; now: Date };

/** The ways to the agendas of conferences that are to come or running, of those with must-see talks. */
export function AgendaLinks({ entries, now }: Props) {
	const conferences = new Map(
		entries.flatMap(({ status, conference }) => {
			const isOver = formatIsoDate(now, conference.timeZone) > conference.endDate;
			return status === "MUST_SEE" && !isOver ? [[conference.slug, conference]] : [];
		}),
	);
	return [...conferences.values()].map(({ slug, title }) => (
		<a key={slug} className="button" href={paths.agenda(slug)}>
			<Icon icon={CalendarDays} /> Agenda of {title}
		</a>
	));
}
