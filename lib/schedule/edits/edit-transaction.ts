import type { Db, Prisma, Tx } from "@/lib/db/client";

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
