import { Plus, Search } from "lucide";
import type { Metadata } from "next";
import { getNotEditorNotice } from "@/app/not-editor-notice";
import { EditHead } from "@/components/edits/edit-head";
import { Icon } from "@/components/ui/icon";
import { db } from "@/lib/db/db";
import { type ConferenceToEdit, findTalksToEdit, type TalkSearchResult } from "@/lib/schedule/edits/queries";
import { formatShortDay, formatTime } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";
import { conferenceToEdit } from "../../conference";

export const metadata: Metadata = { title: "Edit talks" };

type Props = PageProps<"/conferences/[conference]/edit/talks">;

export default async function EditTalksPage({ params, searchParams }: Props) {
	const conference = await conferenceToEdit(params);
	const notice = await getNotEditorNotice("Edit talks");
	if (notice) return notice;
	const { q } = await searchParams;
	const query = (typeof q === "string" ? q : "").slice(0, 200);
	const talks = await findTalksToEdit(db, conference.id, query);
	return (
		<>
			<EditHead conference={conference.slug} title={conference.input.title} current="talks" />
			<TalksToEdit conference={conference} query={query} talks={talks} />
		</>
	);
}

type TalksToEditProps = { conference: ConferenceToEdit; query: string; talks: readonly TalkSearchResult[] };

const MAX_VISIBLE = 200;

/** A conference's talks to find and edit, withdrawn ones included. */
function TalksToEdit({ conference: { slug, input }, query, talks }: TalksToEditProps) {
	const visibleTalks = talks.slice(0, MAX_VISIBLE);
	return (
		<>
			<div className="mb-4 flex flex-wrap gap-2">
				<search className="min-w-60 flex-1">
					<form method="get" action={paths.editTalks(slug)} className="flex gap-2">
						<input
							key={query}
							className="field"
							type="search"
							name="q"
							maxLength={200}
							defaultValue={query}
							placeholder="Title or speaker…"
							aria-label="Title or speaker"
						/>
						<button className="button" type="submit">
							<Icon icon={Search} /> Find
						</button>
					</form>
				</search>
				<a className="button-primary" href={paths.newTalk(slug)}>
					<Icon icon={Plus} /> Add a talk
				</a>
			</div>
			<p className="mb-2 text-sm text-ink-soft">
				{formatTalkCount(talks.length)}
				{talks.length > visibleTalks.length && `, of which the first ${MAX_VISIBLE} are listed: search for the others`}
			</p>
			<ul>
				{visibleTalks.map((talk) => (
					<li key={talk.slug} className="border-t border-line py-2 wrap-anywhere">
						<a className="talk-title" href={paths.editTalk(slug, talk.slug)}>
							{talk.title}
						</a>
						<p className="talk-meta">
							<span>
								{formatShortDay(talk.day)} {formatTime(talk.start, input.timeZone)}
							</span>
							{talk.room && <span>{talk.room}</span>}
							{talk.isByHand && <span className="chip">Added by hand</span>}
							{talk.isEdited && <span className="chip">Changed by hand</span>}
							{talk.isWithdrawn && <span className="chip">Withdrawn</span>}
						</p>
					</li>
				))}
			</ul>
		</>
	);
}
