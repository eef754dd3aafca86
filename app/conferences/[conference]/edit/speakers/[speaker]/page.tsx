import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getNotEditorNotice } from "@/app/not-editor-notice";
import { EditForm, OneButtonForm } from "@/components/edits/edit-form";
import { speakerFields } from "@/components/edits/fields";
import { PageHead } from "@/components/ui/page-head";
import { saveSpeaker } from "@/lib/actions/edit-schedule";
import { db } from "@/lib/db/db";
import { findSpeakerToEdit } from "@/lib/schedule/edits/queries";
import * as paths from "@/lib/urls/paths";
import { conferenceToEdit, slugOr404 } from "../../../conference";

export const metadata: Metadata = { title: "Edit a speaker" };

type Props = PageProps<"/conferences/[conference]/edit/speakers/[speaker]">;

export default async function EditSpeakerPage({ params }: Props) {
	const conference = await conferenceToEdit(params);
	const speaker = (await findSpeakerToEdit(db, conference.id, slugOr404((await params).speaker))) ?? notFound();
	const notice = await getNotEditorNotice("Edit a speaker");
	if (notice) return notice;
	const { slug, input } = conference;
	return (
		<>
			<PageHead
				title={`Edit ${speaker.input.name}`}
				crumbs={[
					{ name: input.title, href: paths.conference(slug) },
					{ name: "Edit speakers", href: paths.editSpeakers(slug) },
				]}
			/>
			<EditForm
				action={saveSpeaker}
				fields={speakerFields(8)}
				conference={slug}
				item={speaker.slug}
				opened={speaker.opened}
				values={speaker.input}
				importedValues={speaker.original}
				button="Save"
			/>
			{speaker.isByHand && (
				<OneButtonForm
					action={saveSpeaker}
					values={{ conference: slug, item: speaker.slug, do: "remove" }}
					button="Remove speaker"
					about="Added by hand. Can be removed once no talk names them."
				/>
			)}
		</>
	);
}
