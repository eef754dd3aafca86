import type { Metadata } from "next";
import { notAnEditor } from "@/app/editor";
import { ConferenceForm } from "@/components/editing/conference-form";
import { EditHead } from "@/components/editing/edit-head";
import { valuesOfConference } from "@/lib/schedule/edits/form-values";
import { TIME_ZONES } from "@/lib/schedule/edits/time-zones";
import { conferenceToEdit } from "./conference";

export const metadata: Metadata = { title: "Edit" };

export default async function EditPage({ params }: PageProps<"/conferences/[conference]/edit">) {
	const conference = await conferenceToEdit(params);
	const refusal = await notAnEditor("Edit");
	if (refusal) return refusal;
	const { slug, input, opened, told } = conference;
	return (
		<>
			<EditHead conference={slug} title={input.title} current="conference" />
			<ConferenceForm
				conference={slug}
				opened={opened}
				values={valuesOfConference(input)}
				told={told}
				timeZones={TIME_ZONES}
			/>
		</>
	);
}
