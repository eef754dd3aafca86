import type { CompiledTalk } from "../compile/types";
import type { ExportedTalk } from "../export/types";
import type { MarkdownOptions } from "../options";
import type { WriteUpContent } from "../types";
import { conferenceNote, indexNote, talksNote, trackNote } from "./list-notes";
import type { VaultPlan } from "./plan";
import { talkNote } from "./talk-note";
import { writeUpNote } from "./write-up-note";
import type { ArchivedFile } from "./zip";

type Vault = {
	readonly plan: VaultPlan;
	/** Null where the vault is of no write-up. */
	readonly writeUp: WriteUpContent | null;
	readonly options: MarkdownOptions;
	/** What is written on some talks; it is read where it is written. */
	readonly load: (talks: readonly ExportedTalk[]) => Promise<ReadonlyMap<number, CompiledTalk>>;
};

/** So many notes are held at once. */
const TALKS_AT_ONCE = 25;

/** The files of a vault, one after the other: what links to talks first, then the talks. */
export async function* vaultFiles({ plan, writeUp, options, load }: Vault): AsyncGenerator<ArchivedFile> {
	yield file(plan.index, indexNote(plan));
	if (writeUp && plan.writeUp !== null) {
		const talks = await load(plan.talks);
		yield file(plan.writeUp, writeUpNote(writeUp, talks, plan, options));
	}
	for (const conference of plan.conferences) {
		yield file(`Conferences/${conference.name}`, conferenceNote(conference, plan));
		for (const track of conference.tracks)
			yield file(`Tracks/${conference.name}/${track.name}`, trackNote(track, conference.name, plan));
	}
	for (const topic of plan.topics) yield file(`Topics/${topic.name}`, talksNote(topic, plan));
	for (const speaker of plan.speakers) yield file(`Speakers/${speaker.name}`, talksNote(speaker, plan));
	for (let first = 0; first < plan.talks.length; first += TALKS_AT_ONCE) {
		const part = plan.talks.slice(first, first + TALKS_AT_ONCE);
		const loaded = await load(part);
		for (const talk of part) {
			const compiled = loaded.get(talk.id);
			const path = `Talks/${plan.nameOfConference(talk)}/${plan.nameOfTalk(talk.id)}`;
			if (compiled) yield file(path, talkNote(talk, compiled, plan, options));
		}
	}
}

function file(path: string, text: string): ArchivedFile {
	return { path: `${path}.md`, text };
}
