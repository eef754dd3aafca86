import type { Db } from "@/lib/db/client";
import { createRowInserter, type RowInserter } from "@/lib/db/insert-rows";
import type { MarkStatus } from "@/lib/marks/status";

export type Wanted = {
	readonly visitors: number;
	/** Of all visitors together. */
	readonly marks: number;
	/** The same seed makes the same marks of the same talks. */
	readonly seed: number;
	/** No mark is later. */
	readonly now: Date;
	readonly onMade?: (visitors: number) => void;
};

/** Why nothing was made; the message is for whoever asked. */
export class GenerateError extends Error {}

/** Rows of one statement, about. */
const BATCH_SIZE = 10_000;
const DAY = 24 * 60 * 60_000;

/**
 * Fills a database with guests who marked the talks that are there, each mark with its entry in the log: for measuring. It
 * knows nothing of what else the database holds; see `countAccounts`. Throws a GenerateError where there are too few talks,
 * or where the visitors of this seed are there already.
 */
export async function generateVisitors(db: Db, wanted: Wanted): Promise<void> {
	const talks = await db.talk.findMany({ select: { id: true, start: true }, orderBy: { id: "asc" } });
	const marksPerVisitor = Math.ceil(wanted.marks / wanted.visitors);
	if (talks.length < marksPerVisitor) {
		throw new GenerateError(
			`Each visitor would mark ${marksPerVisitor} talks, and there are ${talks.length}: import schedules first.`,
		);
	}
	if (await db.user.findUnique({ where: { id: createUserId(wanted.seed, 0) }, select: { id: true } })) {
		throw new GenerateError(`The visitors of seed ${wanted.seed} are there already: take another seed.`);
	}
	const inserter = createRowInserter(db);
	const batchSize = Math.max(1, Math.min(1_000, Math.floor(BATCH_SIZE / Math.max(1, marksPerVisitor))));
	const random = createRandom(wanted.seed);
	for (let first = 0; first < wanted.visitors; first += batchSize) {
		const end = Math.min(first + batchSize, wanted.visitors);
		await insertVisitors(db, inserter, { talks, wanted, first, end, random });
		wanted.onMade?.(end);
	}
}

/** How many have signed up, not counting guests. */
export function countAccounts(db: Db): Promise<number> {
	return db.user.count({ where: { NOT: { isAnonymous: true } } });
}

type Part = {
	readonly talks: readonly { readonly id: number; readonly start: Date }[];
	readonly wanted: Wanted;
	/** Visitors from the one to before the other. */
	readonly first: number;
	readonly end: number;
	readonly random: () => number;
};

async function insertVisitors(db: Db, inserter: RowInserter, { talks, wanted, first, end, random }: Part) {
	const { visitors, marks: all, seed, now } = wanted;
	const users: Parameters<typeof inserter.insert<"User">>[2][number][] = [];
	const marks: Parameters<typeof inserter.insert<"Mark">>[2][number][] = [];
	const log: Parameters<typeof inserter.insert<"MarkChange">>[2][number][] = [];
	for (let index = first; index < end; index++) {
		const userId = createUserId(seed, index);
		const email = `${userId}@visitors.invalid`;
		users.push({ id: userId, name: "Guest", email, isAnonymous: true, createdAt: now, updatedAt: now });
		const count = Math.floor(((index + 1) * all) / visitors) - Math.floor((index * all) / visitors);
		for (const [position, { id: talkId, start }] of pick(talks, count, random).entries()) {
			const status = pickStatus(random());
			const at = new Date(Math.min(now.getTime(), start.getTime() + Math.floor((random() * 60 - 20) * DAY)));
			marks.push({ userId, talkId, status, createdAt: at, updatedAt: at });
			log.push({ userId, id: `generated-${position}`, talkId, from: null, to: status, at, correctedDay: null });
		}
	}
	await db.$transaction(async (tx) => {
		await inserter.insert(tx, "User", users);
		await inserter.insert(tx, "Mark", marks);
		await inserter.insert(tx, "MarkChange", log);
	});
}

/** In the order of their ids, so that rows come in the order of the index. */
const createUserId = (seed: number, index: number) => `generated-${seed}-${String(index).padStart(8, "0")}`;

function pickStatus(chance: number): MarkStatus {
	return chance < 0.45 ? "MUST_SEE" : chance < 0.8 ? "WATCHED" : "MISSED";
}

/** Some of the items, none of them twice: the first of a shuffle (Fisher and Yates) that goes no further. */
function pick<Item>(items: readonly Item[], count: number, random: () => number): Item[] {
	const moved = new Map<number, number>();
	return Array.from({ length: count }, (_, index) => {
		const from = index + Math.floor(random() * (items.length - index));
		const chosen = moved.get(from) ?? from;
		moved.set(from, moved.get(index) ?? index);
		return items[chosen] as Item;
	});
}

/** Numbers from 0 to below 1 that only the seed decides: mulberry32. */
function createRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
