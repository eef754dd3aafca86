import type { Backup, TalkRef, WriteUpBackup } from "./types";

/** How a talk that a file names is named here; the same name where it is not here. */
export type NameHere = <Ref extends NamedTalk>(ref: Ref) => Ref;
type NamedTalk = Pick<TalkRef, "conference" | "guid" | "title" | "url"> & { key?: string | undefined };

/** A backup whose talks are named as they are here. Two that are one talk here are named alike. */
export function named(backup: Backup, nameHere: NameHere): Backup {
	return {
		...backup,
		talks: backup.talks.map(nameHere),
		writeUps: backup.writeUps.map((writeUp) => namedWriteUp(writeUp, nameHere)),
	};
}

function namedWriteUp(writeUp: WriteUpBackup, nameHere: NameHere): WriteUpBackup {
	return {
		...writeUp,
		sections: writeUp.sections.map((section) => ({
			...section,
			items: section.items.map((item) => ({ ...item, talk: item.talk && nameHere(item.talk) })),
		})),
	};
}
