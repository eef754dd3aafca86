import { baseUrl } from "@/lib/http/origin";
import { GENERATOR } from "@/lib/schedule/published/exported-talks";
import { writeScheduleJson } from "@/lib/schedule/published/write-schedule-json";
import * as paths from "@/lib/urls/paths";
import { fileResponse, publishedOr404 } from "../published";

// As kept as the schedule's pages are; see docs/decisions/003-static-schedule-pages.md.
export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

/** The conference's schedule as JSON for other software. */
export async function GET(_: Request, { params }: RouteContext<"/conferences/[conference]/schedule.json">) {
	const schedule = await publishedOr404(params);
	const { slug } = schedule.conference;
	const talkUrl = (talk: string) => new URL(paths.talk(slug, talk), baseUrl).href;
	return fileResponse(schedule, writeScheduleJson(schedule, GENERATOR, talkUrl), "json");
}
