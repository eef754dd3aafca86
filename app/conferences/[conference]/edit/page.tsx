import type { Metadata } from "next";
import { getNotEditorNotice } from "@/app/not-editor-notice";
import { ConferenceForm } from "@/components/edits/conference-form";
import { EditHead } from "@/components/edits/edit-head";
import { toConferenceValues } from "@/lib/schedule/edits/form-values";
import { TIME_ZONES } from "@/lib/schedule/edits/time-zones";
import { conferenceToEdit } from "./conference";

export const metadata: Metadata = { title: "Edit" };

export default async function EditPage({ params }: PageProps<"/conferences/[conference]/edit">) {
	const conference = await conferenceToEdit(params);
	const notice = await getNotEditorNotice("Edit");
	if (notice) return notice;
	const { slug, input, opened, original: scheduleValues } = conference;
	return (
		<>
			<EditHead conference={slug} title={input.title} current="conference" />
			<ConferenceForm
				conference={slug}
				opened={opened}
				values={toConferenceValues(input)}
				importedValues={scheduleValues}
				timeZones={TIME_ZONES}
			/>
		</>
	);
}
