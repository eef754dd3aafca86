import { TriageCard } from "@/components/watchlist/triage/triage-card";
import type { TriageCard as Drawn } from "@/components/watchlist/triage/use-cards";
import type { Conference } from "@/lib/talks/types";
import * as paths from "@/lib/urls/paths";
import type { TriageTalk } from "@/lib/watchlist/triage/types";

/** A talk drawn by the server, as the browser keeps it until it is needed. */
export function toCard(conference: Conference, talk: TriageTalk): Drawn {
	return {
		id: talk.id,
		title: talk.title,
		path: paths.talk(conference.slug, talk.slug),
		card: <TriageCard conference={conference} talk={talk} />,
	};
}
