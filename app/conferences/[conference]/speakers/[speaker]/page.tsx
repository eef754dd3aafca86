import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EditLink } from "@/components/edits/edit-link";
import { TalksAtOtherConferences } from "@/components/schedule/talks-at-other-conferences";
import { TalksOf } from "@/components/schedule/talks-of";
import { PageHead } from "@/components/ui/page-head";
import { db } from "@/lib/db/db";
import { renderMarkdown } from "@/lib/markdown/render";
import { findSpeaker } from "@/lib/talks/conferences";
import { listSpeakerTalks } from "@/lib/talks/queries";
import { listTalksElsewhere } from "@/lib/talks/talks-elsewhere";
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
