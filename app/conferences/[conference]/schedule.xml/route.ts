import { GENERATOR } from "@/lib/schedule/published/exported-talks";
import { writeFrabXml } from "@/lib/schedule/published/write-frab-xml";
import { fileResponse, publishedOr404 } from "../published";

// As kept as the schedule's pages are; see docs/decisions/003-static-schedule-pages.md.
export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

/** The conference's schedule as frab XML for other software. */
export async function GET(_: Request, { params }: RouteContext<"/conferences/[conference]/schedule.xml">) {
	const schedule = await publishedOr404(params);
	return fileResponse(schedule, writeFrabXml(schedule, GENERATOR), "xml");
}
