import type { Metadata } from "next";
import { getNotEditorNotice } from "@/app/not-editor-notice";
import { EditForm } from "@/components/edits/edit-form";
import { EditHead } from "@/components/edits/edit-head";
import { speakerFields } from "@/components/edits/fields";
import { saveSpeaker } from "@/lib/actions/edit-schedule";
import { db } from "@/lib/db/db";
import { listSpeakersToEdit } from "@/lib/schedule/edits/queries";
import { formatAmount, formatTalkCount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";
import { conferenceToEdit } from "../../conference";

export const metadata: Metadata = { title: "Edit speakers" };

export default async function EditSpeakersPage({ params }: PageProps<"/conferences/[conference]/edit/speakers">) {
	const { id, slug, input } = await conferenceToEdit(params);
	const notice = await getNotEditorNotice("Edit speakers");
	if (notice) return notice;
	const speakers = await listSpeakersToEdit(db, id);
	return (
		<>
			<EditHead conference={slug} title={input.title} current="speakers" />
			<details className="mb-6" open={speakers.length === 0}>
				<summary className="button mb-3">Add a speaker</summary>
				{/* A new list is a new form. */}
				<EditForm
					key={speakers.length}
					action={saveSpeaker}
					fields={speakerFields(4)}
					conference={slug}
					item=""
					values={{}}
					button="Add speaker"
				/>
			</details>
			{speakers.length > 0 && (
				<>
					<h2 className="mb-3 text-xl font-bold">{formatAmount(speakers.length, "speaker", "speakers")}</h2>
					<ul className="columns-1 gap-8 sm:columns-2 lg:columns-3">
						{speakers.map((speaker) => (
							<li key={speaker.slug} className="break-inside-avoid py-1.5 wrap-anywhere">
								<a className="link" href={paths.editSpeaker(slug, speaker.slug)}>
									{speaker.name}
								</a>{" "}
								<span className="text-sm text-ink-soft">
									{speaker.isByHand && "by hand · "}
									{formatTalkCount(speaker.talkCount)}
								</span>
							</li>
						))}
					</ul>
				</>
			)}
		</>
	);
}
