import type { Metadata } from "next";
import { ConferenceHead, DayTabs, DayViews } from "@/components/schedule/conference-head";
import { packTalks } from "@/components/talks/packed-talks";
import { Timetable } from "@/components/timetable/timetable";
import { db } from "@/lib/db/db";
import { listRooms } from "@/lib/talks/conferences";
import { listDayTalks } from "@/lib/talks/queries";
import { formatDay } from "@/lib/text/format";
import { dayOr404 } from "../../../conference";

export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

type Props = PageProps<"/conferences/[conference]/days/[day]/timetable">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { conference, day } = await dayOr404(params);
	return { title: `Timetable, ${formatDay(day)} · ${conference.title}` };
}

export default async function TimetablePage({ params }: Props) {
	const { conference, days, day } = await dayOr404(params);
	const { slug, timeZone } = conference;
	const talks = (await listDayTalks(db, conference.id, day)).filter(({ isWithdrawn }) => !isWithdrawn);
	const packed = packTalks(talks, { conference: slug, timeZone, showDay: false, hide: undefined });
	const order = new Map((await listRooms(db, conference.id)).map((room, index) => [room.slug, index]));
	const rooms = packed.rooms
		.map((_, index) => index)
		.sort((a, b) => (order.get(packed.rooms[a]?.[0] ?? "") ?? 0) - (order.get(packed.rooms[b]?.[0] ?? "") ?? 0));
	return (
		<>
			<ConferenceHead conference={conference} />
			<DayTabs conference={slug} days={days} current={day} />
			<section aria-labelledby="day">
				<div className="mt-6 mb-3 flex flex-wrap items-center justify-between gap-x-4">
					<h2 id="day" className="text-xl font-bold">
						{formatDay(day)}
					</h2>
					<DayViews conference={slug} day={day} activeView="timetable" />
				</div>
				<p className="hidden print:block">
					The rooms of a day side by side are wider than paper. Print the day as a list.
				</p>
				<Timetable packed={packed} rooms={rooms} timeZone={timeZone} caption={`Timetable of ${formatDay(day)}`} />
			</section>
		</>
	);
}
