import { notFound } from "next/navigation";
import { cache } from "react";
import { db } from "@/lib/db/db";
import { findConference } from "@/lib/talks/conferences";
import type { Conference } from "@/lib/talks/types";

const find = cache((slug: string) => findConference(db, slug));

/** The conference that an address names, or the page that says there is none. */
export async function conferenceOr404(params: Promise<{ conference: string }>): Promise<Conference> {
	return (await find(slugOr404((await params).conference))) ?? notFound();
}

/** A part of an address that may be a slug. Not one with a NUL, which PostgreSQL refuses even to look for. */
export function slugOr404(part: string): string {
	return part.includes("\0") ? notFound() : part;
}
