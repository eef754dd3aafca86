import type { Db, Tx } from "@/lib/db/client";
import { createSlugGenerator, RESERVED_CONFERENCE_SLUGS, slugify } from "@/lib/text/slug";

/** A slug for a new conference of that title. */
export async function newConferenceSlug(db: Db, title: string): Promise<string> {
	const wanted = slugify(title) || "conference";
	const taken = await db.conference.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } });
	return freeSlug(wanted, [...RESERVED_CONFERENCE_SLUGS, ...taken.map(({ slug }) => slug)]);
}

/** A slug for a new row of a conference; `fallback` where its name has nothing that an address can hold. */
export async function newSlug(
	table: Tx["track"] | Tx["room"] | Tx["speaker"] | Tx["talk"],
	conferenceId: number,
	name: string,
	fallback: string,
): Promise<string> {
	const wanted = slugify(name) || fallback;
	// All four tables have the two columns; Prisma's types of them cannot be called as one.
	const taken = await (table as Tx["room"]).findMany({
		where: { conferenceId, slug: { startsWith: wanted } },
		select: { slug: true },
	});
	return freeSlug(
		wanted,
		taken.map(({ slug }) => slug),
	);
}

function freeSlug(wanted: string, taken: readonly string[]): string {
	const give = createSlugGenerator();
	for (const slug of taken) give(slug, "");
	return give(wanted, "");
}
