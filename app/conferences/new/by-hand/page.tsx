import type { Metadata } from "next";
import { getNotEditorNotice } from "@/app/not-editor-notice";
import { EditForm } from "@/components/edits/edit-form";
import { conferenceFields } from "@/components/edits/fields";
import { PageHead } from "@/components/ui/page-head";
import { saveConference } from "@/lib/actions/edit-schedule";
import { TIME_ZONES } from "@/lib/schedule/edits/schema";

export const metadata: Metadata = { title: "A conference by hand" };

const CRUMBS = [
	{ name: "Conferences", href: "/" },
	{ name: "Add a conference", href: "/conferences/new" },
];

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
			<EditForm
				action={saveConference}
				fields={conferenceFields(TIME_ZONES)}
				conference=""
				item=""
				values={{ dayChange: "00:00" }}
				button="Create conference"
				className="sm:grid-cols-2"
			/>
		</>
	);
}
