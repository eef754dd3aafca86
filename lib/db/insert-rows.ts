import { type Db, Prisma, providerOfClient, type Tx } from "./client";

type TalkLinkRow = Pick<Prisma.TalkLinkCreateManyInput, "talkId" | "kind" | "url" | "title" | "position">;
type TalkSpeakerRow = Pick<Prisma.TalkSpeakerCreateManyInput, "talkId" | "speakerId" | "position">;
type Rows = { readonly TalkLink: TalkLinkRow; readonly TalkSpeaker: TalkSpeakerRow };

const COLUMNS: { readonly [Table in keyof Rows]: readonly (keyof Rows[Table] & string)[] } = {
	TalkLink: ["talkId", "kind", "url", "title", "position"],
	TalkSpeaker: ["talkId", "speakerId", "position"],
};

/** Inserts many small rows in one statement, whose only parameter they all are. */
export type InsertRows = <Table extends keyof Rows>(
	tx: Tx,
	table: Table,
	rows: readonly Rows[Table][],
) => Promise<void>;

/**
 * How rows are inserted into a client's database. A schedule has thousands of links, and Prisma's `createMany` takes twenty
 * times as long for them: it plans every value as a parameter of its own.
 */
export function rowInserter(db: Db): InsertRows {
	const provider = providerOfClient(db);
	return async (tx, table, rows) => {
		if (rows.length === 0) return;
		const columns = COLUMNS[table];
		const names = columns.map((name) => `"${name}"`).join(", ");
		const source =
			provider === "sqlite"
				? `SELECT ${columns.map((name) => `value ->> '${name}'`).join(", ")} FROM json_each(`
				: `SELECT ${names} FROM jsonb_populate_recordset(NULL::"${table}", CAST(`;
		const end = provider === "sqlite" ? ")" : " AS jsonb))";
		await tx.$executeRaw(Prisma.sql([`INSERT INTO "${table}" (${names}) ${source}`, end], JSON.stringify(rows)));
	};
}
