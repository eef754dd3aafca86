import type { Metadata } from "next";
import { SchedulePage } from "@/components/schedule/schedule-page";
import { db } from "@/lib/db/db";
import { listDayTalks } from "@/lib/talks/queries";
import { formatDay } from "@/lib/text/format";
import { dayOr404 } from "../../conference";

export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

type Props = PageProps<"/conferences/[conference]/days/[day]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { conference, day } = await dayOr404(params);
	return { title: `${formatDay(day)} · ${conference.title}` };
}

export default async function DayPage({ params }: Props) {
	const { conference, days, day } = await dayOr404(params);
	const talks = await listDayTalks(db, conference.id, day);
	return <SchedulePage conference={conference} days={days} day={day} talks={talks} />;
}
