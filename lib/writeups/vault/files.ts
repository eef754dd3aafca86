import type { CompiledTalk } from "../compile/types";
import type { ExportedTalk } from "../export/types";
import type { MarkdownOptions } from "../options";
import type { WriteUpContent } from "../types";
import { writeConferenceNote, writeIndexNote, writeTalksNote, writeTrackNote } from "./list-notes";
import type { VaultPlan } from "./plan";
import { writeTalkNote } from "./talk-note";
import { writeWriteUpNote } from "./write-up-note";
import type { ArchivedFile } from "./zip";

type VaultInput = {
	readonly plan: VaultPlan;
	/** Null where the vault is of no write-up. */
	readonly writeUp: WriteUpContent | null;
	readonly options: MarkdownOptions;
	/** What is written on some talks; it is read where it is written. */
	readonly load: (talks: readonly ExportedTalk[]) => Promise<ReadonlyMap<number, CompiledTalk>>;
};

/** So many notes are held at once. */
const BATCH_SIZE = 25;

/** The files of a vault, one after the other: what links to talks first, then the talks. */
export async function* vaultFiles({ plan, writeUp, options, load }: VaultInput): AsyncGenerator<ArchivedFile> {
	yield toFile(plan.index, writeIndexNote(plan));
	if (writeUp && plan.writeUp !== null) {
		const talks = await load(plan.talks);
		yield toFile(plan.writeUp, writeWriteUpNote(writeUp, talks, plan, options));
	}
	for (const conference of plan.conferences) {
		yield toFile(`Conferences/${conference.name}`, writeConferenceNote(conference, plan));
		for (const track of conference.tracks)
			yield toFile(`Tracks/${conference.name}/${track.name}`, writeTrackNote(track, conference.name, plan));
	}
	for (const topic of plan.topics) yield toFile(`Topics/${topic.name}`, writeTalksNote(topic, plan));
	for (const speaker of plan.speakers) yield toFile(`Speakers/${speaker.name}`, writeTalksNote(speaker, plan));
	for (let first = 0; first < plan.talks.length; first += BATCH_SIZE) {
		const batch = plan.talks.slice(first, first + BATCH_SIZE);
		const loaded = await load(batch);
		for (const talk of batch) {
			const compiled = loaded.get(talk.id);
			const path = `Talks/${plan.nameOfConference(talk)}/${plan.nameOfTalk(talk.id)}`;
			if (compiled) yield toFile(path, writeTalkNote(talk, compiled, plan, options));
		}
	}
}

function toFile(path: string, text: string): ArchivedFile {
	return { path: `${path}.md`, text };
}
