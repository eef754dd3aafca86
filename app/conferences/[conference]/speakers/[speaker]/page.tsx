import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EditLink } from "@/components/edits/edit-link";
import { TalksOf } from "@/components/schedule/talks-of";
import { TalkList } from "@/components/talks/talk-list";
import { PageHead } from "@/components/ui/page-head";
import { db } from "@/lib/db/db";
import { renderMarkdown } from "@/lib/markdown/render";
import { findSpeaker } from "@/lib/talks/conferences";
import { listSpeakerTalks } from "@/lib/talks/queries";
import { listTalksElsewhere, type OtherConferences, type TalksElsewhere } from "@/lib/talks/talks-elsewhere";
import { formatDays } from "@/lib/text/format";
import * as paths from "@/lib/urls/paths";
import { conferenceOr404, slugOr404 } from "../../conference";

export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

type Props = PageProps<"/conferences/[conference]/speakers/[speaker]">;

async function load(params: Props["params"]) {
	const conference = await conferenceOr404(params);
	const speaker = await findSpeaker(db, conference.id, slugOr404((await params).speaker));
	return { conference, speaker: speaker ?? notFound() };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { conference, speaker } = await load(params);
	return { title: `${speaker.name} · ${conference.title}` };
}

export default async function SpeakerPage({ params }: Props) {
	const { conference, speaker } = await load(params);
	const talks = await listSpeakerTalks(db, conference.id, speaker.slug);
	const elsewhere = await listTalksElsewhere(db, conference.id, speaker.slug);
	return (
		<>
			<PageHead
				title={speaker.name}
				crumbs={[
					{ name: conference.title, href: paths.conference(conference.slug) },
					{ name: "Speakers", href: paths.speakers(conference.slug) },
				]}
			>
				<EditLink href={paths.editSpeaker(conference.slug, speaker.slug)} what="speaker" />
			</PageHead>
			{speaker.biography && <div className="prose mb-8">{renderMarkdown(speaker.biography, { headingLevel: 2 })}</div>}
			<TalksOf conference={conference} talks={talks} />
			<TalksAtOtherConferences name={speaker.name} elsewhere={elsewhere} />
		</>
	);
}

type TalksAtOtherConferencesProps = { name: string; elsewhere: OtherConferences };

/** What a speaker gives at other conferences, and apart from it what somebody of their name does. */
function TalksAtOtherConferences({ name, elsewhere: { same, perhaps } }: TalksAtOtherConferencesProps) {
	return (
		<>
			{same.length > 0 && (
				<section aria-labelledby="elsewhere" className="mt-10">
					<h2 id="elsewhere" className="mb-3 text-xl font-bold">
						At other conferences
					</h2>
					<Conferences name={name} all={same} />
				</section>
			)}
			{perhaps.length > 0 && (
				<section aria-labelledby="perhaps" className="mt-10">
					<h2 id="perhaps" className="text-xl font-bold">
						Also listed under this name
					</h2>
					<p className="mb-3 text-ink-soft">
						The schedules do not say whether this is the same {name}; it may be somebody else.
					</p>
					<Conferences name={name} all={perhaps} />
				</section>
			)}
		</>
	);
}

function Conferences({ name, all }: { name: string; all: readonly TalksElsewhere[] }) {
	return all.map(({ conference, speaker, talks }) => (
		<section key={`${conference.slug} ${speaker.slug}`} className="mb-8">
			<h3 className="text-lg font-bold">
				<a href={paths.speaker(conference.slug, speaker.slug)}>{conference.title}</a>
			</h3>
			<p className="mb-2 text-sm text-ink-soft">
				{formatDays(conference.startDate, conference.endDate)}
				{speaker.name !== name && ` · as ${speaker.name}`}
			</p>
			<TalkList conference={conference} talks={talks} showDay headingLevel={4} />
		</section>
	));
}
