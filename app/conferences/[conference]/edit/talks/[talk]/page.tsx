import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getNotEditorNotice } from "@/app/not-editor-notice";
import { EditForm, OneButtonForm } from "@/components/edits/edit-form";
import { talkFields } from "@/components/edits/fields";
import { PageHead } from "@/components/ui/page-head";
import { saveTalk } from "@/lib/actions/edit-schedule";
import { db } from "@/lib/db/db";
import { findTalkToEdit, listTalkChoices } from "@/lib/schedule/edits/queries";
import { toTalkValues } from "@/lib/schedule/edits/schema";
import * as paths from "@/lib/urls/paths";
import { conferenceToEdit, slugOr404 } from "../../../conference";

export const metadata: Metadata = { title: "Edit a talk" };

type Props = PageProps<"/conferences/[conference]/edit/talks/[talk]">;

export default async function EditTalkPage({ params }: Props) {
	const conference = await conferenceToEdit(params);
	const talk = (await findTalkToEdit(db, conference, slugOr404((await params).talk))) ?? notFound();
	const notice = await getNotEditorNotice("Edit a talk");
	if (notice) return notice;
	const { id, slug, input } = conference;
	return (
		<>
			<PageHead
				title={`Edit “${talk.input.title}”`}
				crumbs={[
					{ name: input.title, href: paths.conference(slug) },
					{ name: "Edit talks", href: paths.editTalks(slug) },
					{ name: "This talk", href: paths.talk(slug, talk.slug) },
				]}
			>
				<p className="mt-1 text-ink-soft">
					{talk.isByHand
						? "Added by hand: no import changes it."
						: "What is changed by hand stays through later imports; the other fields follow the schedule."}
				</p>
			</PageHead>
			<EditForm
				action={saveTalk}
				fields={talkFields(await listTalkChoices(db, id), { min: input.startDate, max: input.endDate })}
				conference={slug}
				item={talk.slug}
				opened={talk.opened}
				values={toTalkValues(talk.input)}
				importedValues={talk.original}
				button="Save"
				className="sm:grid-cols-6"
			/>
			{talk.isByHand && (
				<OneButtonForm
					action={saveTalk}
					values={{ conference: slug, item: talk.slug, do: talk.isWithdrawn ? "bring-back" : "withdraw" }}
					button={talk.isWithdrawn ? "Bring back" : "Withdraw"}
					about={
						talk.isWithdrawn
							? "Withdrawn: lists no longer show it."
							: "Takes it out of all lists. Its page stays, with everybody’s marks and notes, and it can be brought back."
					}
				/>
			)}
		</>
	);
}
