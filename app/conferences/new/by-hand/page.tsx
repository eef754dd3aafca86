import type { Metadata } from "next";
import { getNotEditorNotice } from "@/app/not-editor-notice";
import { ConferenceForm } from "@/components/edits/conference-form";
import { PageHead } from "@/components/ui/page-head";
import { TIME_ZONES } from "@/lib/schedule/edits/time-zones";

export const metadata: Metadata = { title: "A conference by hand" };

const CRUMBS = [
	{ name: "Conferences", href: "/" },
	{ name: "Add a conference", href: "/conferences/new" },
];

const EMPTY = {
	...{ title: "", subtitle: "", startDate: "", endDate: "", timeZone: "", dayChange: "00:00" },
	...{ venue: "", city: "", url: "" },
};

export default async function NewConferenceManuallyPage() {
	const notice = await getNotEditorNotice("A conference by hand");
	if (notice) return notice;
	return (
		<>
			<PageHead title="A conference by hand" crumbs={CRUMBS}>
				<p className="mt-1 text-ink-soft">
					For a conference without a schedule to import. Tracks, rooms and talks come next.
				</p>
			</PageHead>
			<ConferenceForm values={EMPTY} timeZones={TIME_ZONES} />
		</>
	);
}
