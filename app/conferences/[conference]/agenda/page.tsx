import { CalendarDays, Download } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { Agenda } from "@/components/watchlist/agenda/agenda";
import { marksText } from "@/components/watchlist/marks-text";
import { WatchlistRefresh } from "@/components/watchlist/watchlist-refresh";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { listMarks } from "@/lib/marks/queries";
import { formatIsoDate } from "@/lib/text/format";
import * as paths from "@/lib/urls/paths";
import { listAgendaTalks } from "@/lib/watchlist/agenda/queries";
import { conferenceOr404 } from "../conference";

type Props = PageProps<"/conferences/[conference]/agenda">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { slug, title } = await conferenceOr404(params);
	return { title: `Agenda · ${title}`, alternates: { canonical: paths.agenda(slug) } };
}

export default async function AgendaPage({ params }: Props) {
	const conference = await conferenceOr404(params);
	const visitor = await currentVisitor(await headers(), { isPage: true });
	const now = new Date();
	const [talks, marks] = visitor
		? await Promise.all([
				listAgendaTalks(db, { userId: visitor.id, conference, now }),
				listMarks(db, { userId: visitor.id, conference: conference.slug }),
			])
		: [[], []];
	const isOver = formatIsoDate(now, conference.timeZone) > conference.endDate;
	const { slug, title, timeZone, startDate } = conference;
	return (
		<>
			<PageHead title={`Agenda of ${title}`} crumbs={[{ name: title, href: paths.conference(slug) }]}>
				<p className="mt-1 text-ink-soft">
					{isOver
						? "This conference has ended. This is what you would have seen."
						: "Your must-see talks, with the time between them and what overlaps."}{" "}
					Times are the conference’s, {timeZone.replaceAll("_", " ")}.
				</p>
				{talks.length > 0 && (
					<p className="mt-3">
						<a
							className="button"
							href={paths.exportCalendar(new URLSearchParams({ conference: slug, tab: "must-see" }))}
							download
						>
							<Icon icon={Download} /> Calendar (.ics)
						</a>
					</p>
				)}
			</PageHead>
			{talks.length === 0 ? (
				<EmptyState icon={CalendarDays} title="You have no must-see talks here.">
					<p className="text-ink-soft">Mark what you want to see, and your days stand here, with gaps and conflicts.</p>
					<a className="button" href={paths.conference(slug)}>
						Choose talks
					</a>
				</EmptyState>
			) : (
				<Agenda conference={{ slug, timeZone, startDate }} talks={talks} now={now} />
			)}
			{/* The agenda follows what is pressed by itself. */}
			<WatchlistRefresh marks={marksText(marks.map(({ talkId, status }) => [talkId, status] as const))} once />
		</>
	);
}
