import type { Metadata } from "next";
import { NamedList } from "@/components/schedule/named-list";
import { PageHead } from "@/components/ui/page-head";
import { db } from "@/lib/db/db";
import { listRooms } from "@/lib/talks/conferences";
import * as paths from "@/lib/urls/paths";
import { conferenceOr404 } from "../conference";

export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

type Props = PageProps<"/conferences/[conference]/rooms">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	return { title: `Rooms · ${(await conferenceOr404(params)).title}` };
}

export default async function RoomsPage({ params }: Props) {
	const { id, slug, title } = await conferenceOr404(params);
	const rooms = await listRooms(db, id);
	return (
		<>
			<PageHead title="Rooms" crumbs={[{ name: title, href: paths.conference(slug) }]} />
			<NamedList items={rooms} path={(room) => paths.room(slug, room)} />
		</>
	);
}
