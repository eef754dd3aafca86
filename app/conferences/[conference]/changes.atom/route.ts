import { db } from "@/lib/db/db";
import { baseUrl } from "@/lib/http/origin";
import { listUpdates } from "@/lib/schedule/changes/queries";
import { writeAtom } from "@/lib/schedule/changes/write-atom";
import { conferenceOr404 } from "../conference";

// As kept as the schedule's pages are; see docs/decisions/003-static-schedule-pages.md.
export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

/** What changed in the conference's schedule, as an Atom feed. */
export async function GET(_: Request, { params }: RouteContext<"/conferences/[conference]/changes.atom">) {
	const conference = await conferenceOr404(params);
	const { updates } = await listUpdates(db, conference.id);
	const headers = { "Content-Type": "application/atom+xml; charset=utf-8" };
	return new Response(writeAtom(conference, updates, baseUrl), { headers });
}
