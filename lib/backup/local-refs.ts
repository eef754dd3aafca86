import type { Backup, TalkRef, WriteUpBackup } from "./types";

/** How a talk that a file names is named here; the same name where it is not here. */
export type ToLocalRef = <Ref extends TalkReference>(ref: Ref) => Ref;
type TalkReference = Pick<TalkRef, "conference" | "guid" | "title" | "url"> & { key?: string | undefined };

/** A backup whose talks are named as they are here. Two that are one talk here are named alike. */
export function withLocalRefs(backup: Backup, toLocalRef: ToLocalRef): Backup {
	return {
		...backup,
		talks: backup.talks.map(toLocalRef),
		writeUps: backup.writeUps.map((writeUp) => withLocalRefsInWriteUp(writeUp, toLocalRef)),
	};
}

function withLocalRefsInWriteUp(writeUp: WriteUpBackup, toLocalRef: ToLocalRef): WriteUpBackup {
	return {
		...writeUp,
		sections: writeUp.sections.map((section) => ({
			...section,
			items: section.items.map((item) => ({ ...item, talk: item.talk && toLocalRef(item.talk) })),
		})),
	};
}
