import type { Db, Prisma, Tx } from "@/lib/db/client";
import { createSlugGenerator, RESERVED_CONFERENCE_SLUGS, slugify } from "@/lib/text/slug";

/** Why nothing was written. */
export type EditFailure =
	| { readonly kind: "unchanged" }
	/** Somebody else changed it since the form was opened. */
	| { readonly kind: "changed-meanwhile" }
	/** There is no such row. */
	| { readonly kind: "gone" }
	/** What is wrong, by the form's fields; "" is the form as a whole. */
	| { readonly kind: "refused"; readonly errors: Readonly<Record<string, string>> };

export type EditOutcome<Saved extends object = object> = ({ readonly kind: "saved" } & Saved) | EditFailure;

export const failEdit = (field: string, message: string): EditFailure => ({
	kind: "refused",
	errors: { [field]: message },
});

/** What edits need to know of their conference. */
export type EditedConference = Prisma.ConferenceGetPayload<object>;

/**
 * Does one edit of a conference in one transaction, whose first statement raises the revision: until it ends, every other
 * edit and import of this conference waits there. Where `work` refuses, nothing is written at all.
 */
export async function withEditTransaction<Saved extends object>(
	db: Db,
	conferenceId: number,
	work: (tx: Tx, conference: EditedConference) => Promise<EditOutcome<Saved>>,
): Promise<EditOutcome<Saved>> {
	try {
		return await db.$transaction(async (tx) => {
			const [conference] = await tx.conference.updateManyAndReturn({
				where: { id: conferenceId },
				data: { revision: { increment: 1 } },
			});
			const outcome: EditOutcome<Saved> = conference ? await work(tx, conference) : { kind: "gone" };
			if (outcome.kind !== "saved") throw new EditRolledBack(outcome as EditFailure);
			return outcome;
		});
	} catch (error) {
		if (error instanceof EditRolledBack) return error.failure;
		throw error;
	}
}

/** Rolls the transaction back. */
class EditRolledBack extends Error {
	constructor(readonly failure: EditFailure) {
		super("Nothing was written.");
	}
}

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
