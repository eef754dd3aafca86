import { listTalksWithDraft } from "./draft-storage";
import { isNoteOpen, NoteSession } from "./note-session";

/**
 * Sends what earlier pages kept of notes and could not send. A note that is open on this page does so itself; one that has
 * to be chosen in, or that only somebody else may send, waits until it is opened.
 */
export function sendDrafts(): void {
	for (const talkId of listTalksWithDraft()) {
		if (isNoteOpen(talkId)) continue;
		const session = new NoteSession(talkId, ({ state }) => {
			const isDone = state.kind !== "saving" && state.kind !== "waiting";
			if (isDone) session.close();
		});
		void session.open();
	}
}
