/** A takeaway that something beside the editor asks for: a key while playing, a passage of the transcript. */
export type TakeawayRequest = {
	readonly talkId: number;
	readonly text: string;
	/** Whole seconds into the recording. */
	readonly time?: number;
};

type Listener = (request: TakeawayRequest) => void;

const listeners = new Map<number, Listener>();
/** Asked for before the note could be written; none is dropped. */
const waiting: TakeawayRequest[] = [];

/** Has the talk's open editor add a takeaway and go there; where none is open yet, the next one that is does it. */
export function requestTakeaway(request: TakeawayRequest): void {
	const listener = listeners.get(request.talkId);
	if (listener) listener(request);
	else waiting.push(request);
}

/** Hands the requests for a talk to its editor, those that waited first. Returns what ends it. */
export function onTakeawayRequest(talkId: number, listener: Listener): () => void {
	listeners.set(talkId, listener);
	for (const request of waiting.filter((each) => each.talkId === talkId)) {
		waiting.splice(waiting.indexOf(request), 1);
		listener(request);
	}
	return () => {
		if (listeners.get(talkId) === listener) listeners.delete(talkId);
	};
}
