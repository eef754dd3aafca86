import { type Db, Prisma, providerOfClient, type Tx } from "./client";
import type { Provider } from "./provider";

type Tables = {
	readonly Mark: Required<Prisma.MarkCreateManyInput>;
	readonly MarkChange: Prisma.MarkChangeCreateManyInput;
	readonly Speaker: Prisma.SpeakerCreateManyInput;
	readonly Talk: Omit<Prisma.TalkCreateManyInput, "createdAt" | "updatedAt"> & Timestamps;
	readonly TalkLink: Prisma.TalkLinkCreateManyInput;
	readonly TalkSpeaker: Prisma.TalkSpeakerCreateManyInput;
	readonly User: Omit<Prisma.UserCreateManyInput, "createdAt" | "updatedAt"> & Timestamps;
};
/** To be said: what the columns have by default is not how Prisma writes it. */
type Timestamps = { readonly createdAt: Date; readonly updatedAt: Date };

/** Inserts rows that all have the same columns, without Json columns, in one statement whose only parameter they are. */
export type RowInserter = {
	insert<Table extends keyof Tables>(tx: Tx, table: Table, rows: readonly Tables[Table][]): Promise<void>;
	/** Of rows that have a key: their new ids, by it. */
	insertKeyed<Table extends "Speaker" | "Talk">(
		tx: Tx,
		table: Table,
		rows: readonly Tables[Table][],
	): Promise<Map<string, number>>;
};

/**
 * How rows are inserted into a client's database. A schedule has thousands of rows, and Prisma's `createMany` takes twenty
 * times as long for them: it plans every value as a parameter of its own.
 */
export function createRowInserter(db: Db): RowInserter {
	const provider = providerOfClient(db);
	return {
		async insert(tx, table, rows) {
			if (rows.length > 0) await tx.$executeRaw(buildInsert(provider, table, rows, ""));
		},
		async insertKeyed(tx, table, rows) {
			if (rows.length === 0) return new Map();
			const sql = buildInsert(provider, table, rows, ` RETURNING "id", "key"`);
			const created = await tx.$queryRaw<{ id: number | bigint; key: string }[]>(sql);
			return new Map(created.map(({ id, key }) => [key, Number(id)]));
		},
	};
}

function buildInsert(provider: Provider, table: string, rows: readonly object[], returning: string): Prisma.Sql {
	const columns = Object.keys(rows[0] ?? {});
	const names = columns.map((name) => `"${name}"`).join(", ");
	const [before, after] =
		provider === "sqlite"
			? [`SELECT ${columns.map((name) => `value ->> '${name}'`).join(", ")} FROM json_each(`, ")"]
			: [`SELECT ${names} FROM jsonb_populate_recordset(NULL::"${table}", CAST(`, " AS jsonb))"];
	const values = JSON.stringify(rows, provider === "sqlite" ? serializeSqliteDates : undefined);
	return Prisma.sql([`INSERT INTO "${table}" (${names}) ${before}`, `${after}${returning}`], values);
}

/** As Prisma's adapter writes them: they are compared as texts. */
function serializeSqliteDates(this: unknown, key: string, value: unknown): unknown {
	const original = (this as Readonly<Record<string, unknown>>)[key];
	return original instanceof Date ? original.toISOString().replace("Z", "+00:00") : value;
}
