import { notFound } from "next/navigation";
import { cache } from "react";
import { db } from "@/lib/db/db";
import { findConference } from "@/lib/talks/conferences";
import type { Conference } from "@/lib/talks/types";

const find = cache((slug: string) => findConference(db, slug));

/** The conference that an address names, or the page that says there is none. */
export async function conferenceOr404(params: Promise<{ conference: string }>): Promise<Conference> {
	const { conference: slug } = await params;
	return (await find(decodeURIComponent(slug))) ?? notFound();
}
