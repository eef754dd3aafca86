import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SchedulePage } from "@/components/schedule/schedule-page";
import { db } from "@/lib/db/db";
import { listDays } from "@/lib/talks/conferences";
import { formatDay } from "@/lib/talks/format";
import { listDayTalks } from "@/lib/talks/queries";
import { conferenceOr404 } from "../../conference";

export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

type Props = PageProps<"/conferences/[conference]/days/[day]">;

async function load(params: Props["params"]) {
	const conference = await conferenceOr404(params);
	const days = await listDays(db, conference.id);
	const { day } = await params;
	if (!days.some(({ date }) => date === day)) notFound();
	return { conference, days, day };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { conference, day } = await load(params);
	return { title: `${formatDay(day)} · ${conference.title}` };
}

export default async function DayPage({ params }: Props) {
	const { conference, days, day } = await load(params);
	const talks = await listDayTalks(db, conference.id, day);
	return <SchedulePage conference={conference} days={days} day={day} talks={talks} />;
}
