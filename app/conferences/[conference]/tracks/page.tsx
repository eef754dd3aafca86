import type { Metadata } from "next";
import { NamedList } from "@/components/schedule/named-list";
import { PageHead } from "@/components/ui/page-head";
import { db } from "@/lib/db/db";
import { listTracks } from "@/lib/talks/conferences";
import * as paths from "@/lib/urls/paths";
import { conferenceOr404 } from "../conference";

export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

type Props = PageProps<"/conferences/[conference]/tracks">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	return { title: `Tracks · ${(await conferenceOr404(params)).title}` };
}

export default async function TracksPage({ params }: Props) {
	const { id, slug, title } = await conferenceOr404(params);
	const tracks = await listTracks(db, id);
	return (
		<>
			<PageHead title="Tracks" crumbs={[{ name: title, href: paths.conference(slug) }]} />
			<NamedList areTracks items={tracks} path={(track) => paths.track(slug, track)} />
		</>
	);
}
