import type { Metadata } from "next";
import { ListByLetter } from "@/components/schedule/list-by-letter";
import { PageHead } from "@/components/ui/page-head";
import { db } from "@/lib/db/db";
import { listSpeakers } from "@/lib/talks/conferences";
import * as paths from "@/lib/urls/paths";
import { conferenceOr404 } from "../conference";

export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

type Props = PageProps<"/conferences/[conference]/speakers">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	return { title: `Speakers · ${(await conferenceOr404(params)).title}` };
}

export default async function SpeakersPage({ params }: Props) {
	const { id, slug, title } = await conferenceOr404(params);
	const speakers = await listSpeakers(db, id);
	return (
		<>
			<PageHead title="Speakers" crumbs={[{ name: title, href: paths.conference(slug) }]} />
			<ListByLetter items={speakers} path={(speaker) => paths.speaker(slug, speaker)} />
		</>
	);
}
