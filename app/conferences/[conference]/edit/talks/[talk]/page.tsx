import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getNotEditorNotice } from "@/app/not-editor-notice";
import { OneButtonForm } from "@/components/edits/one-button-form";
import { TalkForm } from "@/components/edits/talk-form";
import { PageHead } from "@/components/ui/page-head";
import { withdrawTalk } from "@/lib/actions/edit-schedule";
import { db } from "@/lib/db/db";
import { toTalkValues } from "@/lib/schedule/edits/form-values";
import { findTalkToEdit, listTalkChoices } from "@/lib/schedule/edits/queries";
import * as paths from "@/lib/urls/paths";
import { slugOr404 } from "../../../conference";
import { conferenceToEdit } from "../../conference";

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
			<TalkForm
				conference={slug}
				talk={talk.slug}
				opened={talk.opened}
				values={toTalkValues(talk.input)}
				importedValues={talk.original}
				choices={await listTalkChoices(db, id)}
				days={{ first: input.startDate, last: input.endDate }}
			/>
			{talk.isByHand && (
				<OneButtonForm
					action={withdrawTalk}
					values={{ conference: slug, talk: talk.slug, do: talk.isWithdrawn ? "bring-back" : "withdraw" }}
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
