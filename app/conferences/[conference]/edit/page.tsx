import type { Metadata } from "next";
import { getNotEditorNotice } from "@/app/not-editor-notice";
import { EditForm } from "@/components/edits/edit-form";
import { EditHead } from "@/components/edits/edit-head";
import { conferenceFields } from "@/components/edits/fields";
import { saveConference } from "@/lib/actions/edit-schedule";
import { TIME_ZONES, toConferenceValues } from "@/lib/schedule/edits/schema";
import { conferenceToEdit } from "../conference";

export const metadata: Metadata = { title: "Edit" };

export default async function EditPage({ params }: PageProps<"/conferences/[conference]/edit">) {
	const conference = await conferenceToEdit(params);
	const notice = await getNotEditorNotice("Edit");
	if (notice) return notice;
	const { slug, input, opened, original: scheduleValues } = conference;
	return (
		<>
			<EditHead conference={slug} title={input.title} current="conference" />
			<EditForm
				action={saveConference}
				fields={conferenceFields(TIME_ZONES)}
				conference={slug}
				item={slug}
				opened={opened}
				values={toConferenceValues(input)}
				importedValues={scheduleValues}
				button="Save"
				className="sm:grid-cols-2"
			/>
		</>
	);
}
