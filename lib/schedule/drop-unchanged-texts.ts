import type { Db } from "@/lib/db/client";
import type { ConvertedTexts } from "./convert";
import type { ScheduleChanges, SpeakerChange, TalkChange } from "./diff";
import { readScheduledSpeaker, readScheduledTalk } from "./edits/scheduled-values";

const BATCH_SIZE = 500;

/**
 * The changes without the texts that are written differently in the schedule but say the same here: our own exports hold
 * Markdown where the first import read HTML. A talk or speaker of which nothing else is left is unchanged.
 */
export async function dropUnchangedTexts(
	db: Db,
	changes: ScheduleChanges,
	texts: ConvertedTexts,
): Promise<ScheduleChanges> {
	const { talks, speakers } = changes;
	const stored = await loadStoredTalkTexts(db, [...talks.changed, ...talks.returned].filter(hasText));
	const biographies = await loadStoredBiographies(db, speakers.changed.filter(hasText));
	const dropUnchangedTalkTexts = (change: TalkChange): TalkChange => {
		const storedText = stored.get(change.stored.id);
		return dropFields(change, (field) =>
			field === "abstract" || field === "description"
				? texts.of(change.incoming[field]) === storedText?.[field]
				: false,
		);
	};
	const changed = talks.changed.map(dropUnchangedTalkTexts);
	const isChanged = ({ fields }: { readonly fields: ReadonlySet<string> }) => fields.size > 0;
	return {
		...changes,
		talks: {
			...talks,
			changed: changed.filter(isChanged),
			returned: talks.returned.map(dropUnchangedTalkTexts),
			unchanged: [...talks.unchanged, ...changed.filter((change) => !isChanged(change)).map(({ stored }) => stored)],
		},
		speakers: {
			...speakers,
			changed: speakers.changed
				.map((change: SpeakerChange) =>
					dropFields(
						change,
						(field) =>
							field === "biography" && texts.of(change.incoming.biography) === biographies.get(change.stored.id),
					),
				)
				.filter(isChanged),
		},
	};
}

const TEXTS: ReadonlySet<string> = new Set(["abstract", "description", "biography"]);

const hasText = ({ fields }: { readonly fields: ReadonlySet<string> }) => [...fields].some((field) => TEXTS.has(field));

function dropFields<Field, Change extends { readonly fields: ReadonlySet<Field> }>(
	change: Change,
	isSame: (field: Field) => boolean,
): Change {
	const fields = new Set([...change.fields].filter((field) => !isSame(field)));
	return fields.size === change.fields.size ? change : { ...change, fields };
}

/** As the schedule has them: of an edited talk not what is shown. */
async function loadStoredTalkTexts(db: Db, changes: readonly TalkChange[]) {
	const texts = new Map<number, { readonly abstract: string; readonly description: string }>();
	for (const part of chunk(changes)) {
		const rows = await db.talk.findMany({
			where: { id: { in: part.map(({ stored }) => stored.id) } },
			select: { id: true, abstract: true, description: true, scheduled: true },
		});
		for (const { id, scheduled, ...row } of rows) {
			const { abstract, description } = readScheduledTalk(scheduled);
			texts.set(id, {
				abstract: abstract?.markdown ?? row.abstract,
				description: description?.markdown ?? row.description,
			});
		}
	}
	return texts;
}

async function loadStoredBiographies(db: Db, changes: readonly SpeakerChange[]): Promise<Map<number, string>> {
	const biographies = new Map<number, string>();
	for (const part of chunk(changes)) {
		const rows = await db.speaker.findMany({
			where: { id: { in: part.map(({ stored }) => stored.id) } },
			select: { id: true, biography: true, scheduled: true },
		});
		for (const { id, scheduled, biography } of rows) {
			biographies.set(id, readScheduledSpeaker(scheduled).biography?.markdown ?? biography);
		}
	}
	return biographies;
}

function chunk<Item>(all: readonly Item[]): Item[][] {
	const count = Math.ceil(all.length / BATCH_SIZE);
	return Array.from({ length: count }, (_, index) => all.slice(index * BATCH_SIZE, (index + 1) * BATCH_SIZE));
}
