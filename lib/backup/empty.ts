import { BACKUP_FORMAT, BACKUP_VERSION } from "./schema";
import type { Backup, TalkBackup, TalkRef } from "./types";

/** The backup of somebody who has nothing. */
export const EMPTY_BACKUP: Backup = {
	format: BACKUP_FORMAT,
	version: BACKUP_VERSION,
	conferences: [],
	topics: [],
	talks: [],
	writeUps: [],
	settings: { export: null, newsSeenAt: null, missedAnswers: [], calendar: null, feed: null },
};

/** A talk of which there is nothing. */
export function emptyTalk({ conference, guid, key, title, url }: TalkRef): TalkBackup {
	return {
		...{ conference, guid, key, title, url },
		mark: null,
		log: [],
		rating: null,
		topics: [],
		rank: null,
		putOffAt: null,
		playback: null,
		note: null,
	};
}
