import type { Metadata } from "next";
import { SchedulePage } from "@/components/schedule/schedule-page";
import { MissedOfferSlot } from "@/components/watchlist/missed-offer-slot";
import { createShareMetadata } from "@/lib/cards/create-card";
import { db } from "@/lib/db/db";
import { listDays } from "@/lib/talks/conferences";
import { listDayTalks } from "@/lib/talks/queries";
import { formatDays, formatIsoDate } from "@/lib/text/format";
import { chooseDay } from "@/lib/time/talk-times";
import * as paths from "@/lib/urls/paths";
import { conferenceOr404 } from "./conference";

// The same bytes for everyone, made on the first request and kept; see docs/decisions/003-static-schedule-pages.md.
export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: PageProps<"/conferences/[conference]">): Promise<Metadata> {
	const { slug, title, subtitle, startDate, endDate } = await conferenceOr404(params);
	const path = paths.conference(slug);
	const description = subtitle || formatDays(startDate, endDate);
	return { title, description, alternates: { canonical: path }, ...createShareMetadata({ title, description, path }) };
}

export default async function ConferencePage({ params }: PageProps<"/conferences/[conference]">) {
	const conference = await conferenceOr404(params);
	const days = await listDays(db, conference.id);
	const dates = days.map(({ date }) => date);
	// The page is made anew every half minute, so that it turns to the next day by itself.
	const now = new Date();
	const day = chooseDay(dates, now, conference.timeZone);
	const talks = day ? await listDayTalks(db, conference.id, day) : [];
	// Whether to ask somebody is decided to the minute where they are asked (lib/watchlist/missed-offer).
	const isOver = formatIsoDate(now, conference.timeZone) > conference.endDate;
	const notice = isOver && <MissedOfferSlot conference={conference.slug} />;
	return <SchedulePage conference={conference} days={days} day={day} talks={talks} notice={notice} />;
}
