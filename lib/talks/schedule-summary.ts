import type { Tx } from "@/lib/db/client";

export type ScheduleSummary = {
	/** An http or https address, or a file's name; empty where it was made by hand. */
	readonly source: string;
	/** What the schedule calls its own version. */
	readonly version: string;
	/** When it last changed here; null where that is not known. */
	readonly changedAt: Date | null;
	/** When its source was last asked; null for one that is not. */
	readonly checkedAt: Date | null;
	readonly talkCount: number;
	readonly trackCount: number;
	readonly roomCount: number;
	readonly speakerCount: number;
	readonly recordingCount: number;
};

/** Where a conference's schedule comes from and what it holds now. */
export async function loadScheduleSummary(db: Tx, conferenceId: number): Promise<ScheduleSummary> {
	const of = { conferenceId };
	const present = { ...of, withdrawnAt: null };
	const { source, version, checkedAt } = await db.conference.findUniqueOrThrow({
		where: { id: conferenceId },
		select: { source: true, version: true, checkedAt: true },
	});
	const last = await db.scheduleUpdate.findFirst({
		where: of,
		select: { at: true },
		orderBy: [{ at: "desc" }, { id: "desc" }],
	});
	const some = { talks: { some: { withdrawnAt: null } } };
	return {
		...{ source, version, checkedAt, changedAt: last?.at ?? null },
		talkCount: await db.talk.count({ where: present }),
		trackCount: await db.track.count({ where: { ...of, ...some } }),
		roomCount: await db.room.count({ where: { ...of, ...some } }),
		speakerCount: await db.speaker.count({ where: { ...of, talks: { some: { talk: { withdrawnAt: null } } } } }),
		recordingCount: await db.talk.count({ where: { ...present, links: { some: { kind: "RECORDING" } } } }),
	};
}
