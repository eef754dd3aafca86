import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TalksOf } from "@/components/schedule/talks-of";
import { PageHead } from "@/components/ui/page-head";
import { db } from "@/lib/db/db";
import { findTrack } from "@/lib/talks/conferences";
import { listTrackTalks } from "@/lib/talks/queries";
import * as paths from "@/lib/urls/paths";
import { conferenceOr404, slugOr404 } from "../../conference";

export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

type Props = PageProps<"/conferences/[conference]/tracks/[track]">;

async function load(params: Props["params"]) {
	const conference = await conferenceOr404(params);
	const track = await findTrack(db, conference.id, slugOr404((await params).track));
	return { conference, track: track ?? notFound() };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { conference, track } = await load(params);
	return { title: `${track.name} · ${conference.title}` };
}

export default async function TrackPage({ params }: Props) {
	const { conference, track } = await load(params);
	const talks = await listTrackTalks(db, conference.id, track.slug);
	return (
		<>
			<PageHead
				title={track.name}
				crumbs={[
					{ name: conference.title, href: paths.conference(conference.slug) },
					{ name: "Tracks", href: paths.tracks(conference.slug) },
				]}
			/>
			<TalksOf conference={conference} talks={talks} hide="track" />
		</>
	);
}
