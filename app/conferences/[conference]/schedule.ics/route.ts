import { GENERATOR } from "@/lib/schedule/published/exported-talks";
import { writeICalendar } from "@/lib/schedule/published/write-icalendar";
import { fileResponse, publishedOr404 } from "../published";

// As kept as the schedule's pages are; see docs/decisions/003-static-schedule-pages.md.
export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

/** The conference's schedule as a calendar. */
export async function GET(_: Request, { params }: RouteContext<"/conferences/[conference]/schedule.ics">) {
	const schedule = await publishedOr404(params);
	return fileResponse(schedule, writeICalendar(schedule, GENERATOR), "ics");
}
