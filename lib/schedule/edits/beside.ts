import type { Tx } from "@/lib/db/client";

type Change = {
	readonly stored: { readonly id: number; readonly edited: readonly string[] };
	readonly fields: ReadonlySet<string>;
};

/** The changes of rows that were edited by hand in a field that the schedule changes now. */
export function findEditedChanges<Of extends Change>(changes: readonly Of[]): Of[] {
	return changes.filter(({ stored, fields }) => stored.edited.some((field) => fields.has(field)));
}

/** Keeps what the schedule says of edited fields beside them, in the column `scheduled`. */
export async function writeScheduledValues<Of extends Change>(
	table: Tx["talk"] | Tx["speaker"],
	changes: readonly Of[],
	toScheduled: (change: Of) => object,
): Promise<void> {
	// Prisma's types of two tables cannot be called as one; these columns are the same.
	const rows = table as Tx["talk"];
	for (const change of changes) {
		const { id, edited } = change.stored;
		const row = await rows.findUnique({ where: { id }, select: { scheduled: true } });
		const scheduledEntries = Object.entries(toScheduled(change)).filter(([field]) => edited.includes(field));
		const scheduled = { ...(row?.scheduled as object | null), ...Object.fromEntries(scheduledEntries) };
		await rows.updateMany({ where: { id }, data: { scheduled } });
	}
}
