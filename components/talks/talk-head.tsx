import { Fragment } from "react";
import { PageHead } from "@/components/ui/page-head";
import type { EditableTalkField } from "@/lib/schedule/edits/scheduled-values";
import { getTrackHue } from "@/lib/talks/track-hue";
import type { Conference, Talk } from "@/lib/talks/types";
import { formatDay, formatDuration, formatIsoDate, formatNames, formatTime } from "@/lib/text/format";
import { endOf } from "@/lib/time/talk-times";
import * as paths from "@/lib/urls/paths";
import { EditLink } from "../edits/edit-link";
import { LocalTime } from "./local-time";
import { TrackLink } from "./track-link";

/** What a talk is: title, people, when and where. */
export function TalkHead({ conference, talk }: { conference: Conference; talk: Talk }) {
	const start = formatTime(talk.start, conference.timeZone);
	const end = formatTime(endOf(talk), conference.timeZone);
	return (
		<PageHead
			title={talk.title}
			crumbs={[
				{ name: conference.title, href: paths.conference(conference.slug) },
				{ name: formatDay(talk.day), href: paths.day(conference.slug, talk.day) },
			]}
		>
			{talk.subtitle && <p className="mt-1 text-lg text-ink-soft">{talk.subtitle}</p>}
			{talk.withdrawnAt && (
				<p className="mt-2 font-semibold text-problem">
					{talk.isByHand
						? "Withdrawn: this talk was taken out of the schedule by hand"
						: "Withdrawn: the conference’s schedule no longer has this talk"}
					, since {formatDay(formatIsoDate(talk.withdrawnAt, conference.timeZone))}.
				</p>
			)}
			{talk.isCancelled && !talk.isWithdrawn && (
				<p className="mt-2 font-semibold text-problem">
					Cancelled: the conference says that this talk does not take place.
				</p>
			)}
			<div className="mt-2 grid gap-1">
				{talk.speakers.length > 0 && (
					<p className="text-lg">
						{talk.speakers.map((speaker, index) => (
							<Fragment key={speaker.slug}>
								{index > 0 && ", "}
								<a className="link" href={paths.speaker(conference.slug, speaker.slug)}>
									{speaker.name}
								</a>
							</Fragment>
						))}
					</p>
				)}
				<div className="talk-meta text-base">
					<span>
						{formatDay(talk.day)}, <time dateTime={talk.start.toISOString()}>{start}</time>–{end} (
						{formatDuration(talk.duration)})
					</span>
					{talk.room && <a href={paths.room(conference.slug, talk.room.slug)}>{talk.room.name}</a>}
					{talk.track && (
						<TrackLink
							conference={conference.slug}
							slug={talk.track.slug}
							name={talk.track.name}
							hue={getTrackHue(talk.track.name)}
						/>
					)}
					{talk.type && <span>{talk.type}</span>}
				</div>
				<ManualEdits talk={talk} editPath={paths.editTalk(conference.slug, talk.slug)} />
				{/* Known late, and not by everybody: it stands in the space that is below anyway. */}
				<div className="-mb-4 min-h-5">
					<LocalTime instant={talk.start.getTime()} conferenceTime={start} withWeekday />
				</div>
			</div>
		</PageHead>
	);
}

type Props = { talk: Pick<Talk, "isByHand" | "edited">; editPath: string };

/** What of a talk did not come from the schedule, and for those who may, the way to change that. */
function ManualEdits({ talk, editPath }: Props) {
	return (
		<>
			{talk.isByHand && <p className="text-sm text-ink-soft">Added by hand.</p>}
			{talk.edited.length > 0 && (
				<p className="text-sm text-ink-soft">
					Changed by hand: {formatNames(talk.edited.map((field) => FIELD_LABELS[field]))}.
				</p>
			)}
			<p className="empty:hidden">
				<EditLink href={editPath} what="talk" />
			</p>
		</>
	);
}

/** What people call the fields of a talk. */
const FIELD_LABELS: Readonly<Record<EditableTalkField, string>> = {
	title: "title",
	subtitle: "subtitle",
	type: "type",
	language: "language",
	day: "day",
	start: "start",
	duration: "length",
	track: "track",
	room: "room",
	url: "talk page",
	isCancelled: "cancelled",
	abstract: "abstract",
	description: "description",
	speakers: "speakers",
	links: "links",
};
