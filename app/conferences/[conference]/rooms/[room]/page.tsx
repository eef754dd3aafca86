import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TalksOf } from "@/components/schedule/talks-of";
import { PageHead } from "@/components/ui/page-head";
import { db } from "@/lib/db/db";
import { findRoom } from "@/lib/talks/conferences";
import { listRoomTalks } from "@/lib/talks/queries";
import * as paths from "@/lib/urls/paths";
import { conferenceOr404, slugOr404 } from "../../conference";

export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

type Props = PageProps<"/conferences/[conference]/rooms/[room]">;

async function load(params: Props["params"]) {
	const conference = await conferenceOr404(params);
	const room = await findRoom(db, conference.id, slugOr404((await params).room));
	return { conference, room: room ?? notFound() };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { conference, room } = await load(params);
	return { title: `${room.name} · ${conference.title}` };
}

export default async function RoomPage({ params }: Props) {
	const { conference, room } = await load(params);
	const talks = await listRoomTalks(db, conference.id, room.slug);
	return (
		<>
			<PageHead
				title={room.name}
				crumbs={[
					{ name: conference.title, href: paths.conference(conference.slug) },
					{ name: "Rooms", href: paths.rooms(conference.slug) },
				]}
			/>
			<TalksOf conference={conference} talks={talks} hide="room" />
		</>
	);
}
