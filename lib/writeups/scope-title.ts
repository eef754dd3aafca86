import type { Tx } from "@/lib/db/client";
import type { WriteUpScope } from "./types";

/** What a write-up of a scope is called first; null where there is no such conference or topic. */
export async function findScopeTitle(db: Tx, userId: string, scope: WriteUpScope): Promise<string | null> {
	switch (scope.kind) {
		case "nothing":
			return "";
		case "conference": {
			const { conference: slug } = scope;
			const conference = await db.conference.findUnique({ where: { slug }, select: { title: true } });
			return conference?.title ?? null;
		}
		case "topic": {
			const where = { userId_slug: { userId, slug: scope.topic } };
			const topic = await db.topic.findUnique({ where, select: { name: true } });
			return topic?.name ?? null;
		}
		case "watchlist":
			return "From my watchlist";
	}
}
