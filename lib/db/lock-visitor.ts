import { type Db, providerOfClient, type Tx } from "./client";

/**
 * Lets the transactions of one visitor that begin with this come one after the other, and not while their guest is brought
 * into an account. SQLite has one writer anyway.
 */
export async function lockVisitor(db: Db, tx: Tx, userId: string): Promise<void> {
	if (providerOfClient(db) === "postgresql") {
		await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId} FOR NO KEY UPDATE`;
	}
}
