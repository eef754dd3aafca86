import type { Metadata } from "next";
import { AboutSchedule } from "@/components/schedule/about-schedule";
import { PageHead } from "@/components/ui/page-head";
import { db } from "@/lib/db/db";
import { loadScheduleSummary } from "@/lib/talks/schedule-summary";
import * as paths from "@/lib/urls/paths";
import { conferenceOr404 } from "../conference";

export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

type Props = PageProps<"/conferences/[conference]/about">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	return { title: `About this schedule · ${(await conferenceOr404(params)).title}` };
}

export default async function AboutPage({ params }: Props) {
	const conference = await conferenceOr404(params);
	const { slug, title } = conference;
	return (
		<>
			<PageHead title="About this schedule" crumbs={[{ name: title, href: paths.conference(slug) }]} />
			<AboutSchedule conference={conference} about={await loadScheduleSummary(db, conference.id)} />
		</>
	);
}
