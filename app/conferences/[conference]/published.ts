import { notFound } from "next/navigation";
import { db } from "@/lib/db/db";
import { loadPublished } from "@/lib/schedule/published/queries";
import type { PublishedSchedule } from "@/lib/schedule/published/types";
import { slugOr404 } from "./conference";

/** The schedule of the conference that an address names, as it is given to other software. */
export async function publishedOr404(params: Promise<{ conference: string }>): Promise<PublishedSchedule> {
	return (await loadPublished(db, slugOr404((await params).conference))) ?? notFound();
}

/** A file of a schedule, named after its conference. */
export function fileResponse({ conference }: PublishedSchedule, text: string, kind: "json" | "xml" | "ics"): Response {
	const types = { json: "application/json", xml: "application/xml", ics: "text/calendar" } as const;
	return new Response(text, {
		headers: {
			"Content-Type": `${types[kind]}; charset=utf-8`,
			// A slug is letters, digits, dots, hyphens and underscores.
			"Content-Disposition": `attachment; filename="${conference.slug}-schedule.${kind}"`,
		},
	});
}
