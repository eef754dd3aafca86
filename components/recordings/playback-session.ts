import { type ApiResponse, isWorthRetrying, readJson, sendJson, withLock } from "@/components/visitor/api-client";
import { currentOwner } from "@/components/visitor/owner";
import { currentVisitor } from "@/components/visitor/visitor-store";
import type { Playback } from "@/lib/recordings/playback/types";
import { readSavedPosition, removeSavedPosition, type SavedPosition, savePosition } from "./saved-position";

/** Seconds. Whoever stops sooner took a glance, which nothing is kept of. */
const GLANCE = 10;

const PAUSE_MS = 10_000;

export type PlaybackPosition = Pick<Playback, "position" | "duration">;

type Told = { readonly playback: (PlaybackPosition & { readonly at: number }) | null; readonly now: number };

/**
 * Where the visitor is in one talk's recording: kept in the browser at once, told the server now and then. What the server
 * could not be told is told with what comes next, or on the next page with the talk.
 */
export class PlaybackSession {
	readonly #talkId: number;
	readonly #address: string;
	#kept: SavedPosition | null = null;
	/** Whether more than a glance was seen, now or earlier. */
	#isUnderWay = false;
	#sending: SavedPosition | null = null;
	#sendsAgain = false;
	#triedAt = Number.NEGATIVE_INFINITY;
	#isMet = false;
	#isClosed = false;

	constructor(talkId: number) {
		this.#talkId = talkId;
		this.#address = `/api/playback/${talkId}`;
	}

	/** Where the visitor stopped, on whichever device that was last; null where they did not play it. */
	async load(): Promise<PlaybackPosition | null> {
		const told = toldIn(await readJson(this.#address));
		const kept = this.#kept ?? readSavedPosition(this.#talkId, currentOwner());
		const place = told && !isNewsTo(told, kept) ? told.playback : kept;
		if (place) this.#isUnderWay = true;
		if (place && place === kept) {
			this.#kept = kept;
			if (told) this.flush();
		} else if (kept) {
			// Another device was there later, or had it forgotten.
			this.#kept = null;
			removeSavedPosition(this.#talkId);
		}
		return place && { position: place.position, duration: place.duration };
	}

	/** The visitor is at `position` of a recording of `duration` seconds, null where that is not known. */
	report(position: number, duration: number | null): void {
		if (this.#isClosed || !Number.isFinite(position) || (!this.#isUnderWay && position < GLANCE)) return;
		this.#isUnderWay = true;
		// Whoever left the page open and went on elsewhere is not here any longer.
		if (this.#kept?.position !== position) {
			this.#kept = {
				position: Math.max(0, position),
				duration: duration !== null && duration > 0 ? duration : null,
				at: Date.now(),
				isSent: false,
				owner: currentOwner(),
			};
			savePosition(this.#talkId, this.#kept);
		}
		if (Date.now() - this.#triedAt >= PAUSE_MS) this.flush();
	}

	/** Tells the server now what it does not know. */
	flush(): void {
		const kept = this.#kept;
		if (!kept || kept.isSent || kept === this.#sending) return;
		// One at a time, for whoever looks for a place tries many; but nobody waits on a page that is being left.
		if (this.#sending && !isHidden()) this.#sendsAgain = true;
		else void this.#send(kept);
	}

	/** Nothing is reported any longer. */
	close(): void {
		this.#isClosed = true;
	}

	async #send(kept: SavedPosition): Promise<void> {
		this.#sending = kept;
		this.#sendsAgain = false;
		this.#triedAt = Date.now();
		const { position, duration } = kept;
		const answer = await withLock(this.#isMet || Boolean(currentVisitor()), () =>
			// Their clock may be wrong, but it goes at the right pace.
			sendJson(this.#address, "PUT", { position, duration, age: ageOf(kept) }),
		);
		if (this.#sending === kept) this.#sending = null;
		if (isKept(answer)) this.#isMet = true;
		if (isKept(answer) || isRefused(answer)) this.#settle(kept);
		if (this.#sendsAgain) this.flush();
	}

	#settle(kept: SavedPosition): void {
		const settled = { ...kept, isSent: true };
		if (this.#kept === kept) this.#kept = settled;
		// Another tab's may be there by now.
		const stored = readSavedPosition(this.#talkId, kept.owner);
		if (stored?.at === kept.at && stored.position === kept.position) savePosition(this.#talkId, settled);
	}
}

/** Whether what is kept here is later than what the server tells. What it once had and has no longer was forgotten. */
function isNewsTo({ playback, now }: Told, kept: SavedPosition | null): boolean {
	return kept !== null && !kept.isSent && (playback === null || ageOf(kept) < now - playback.at);
}

function ageOf({ at }: SavedPosition): number {
	return Math.max(0, Date.now() - at);
}

function toldIn(answer: ApiResponse | null): Told | null {
	const told = answer?.status === 200 ? (answer.body as Partial<Told> | null) : null;
	if (typeof told?.now !== "number" || told.playback === undefined) return null;
	if (told.playback !== null && typeof told.playback.position !== "number") return null;
	return { playback: told.playback, now: told.now };
}

/** Anything else that calls itself an answer is a proxy's. */
function isKept(answer: ApiResponse | null): boolean {
	return answer?.status === 200 && (answer.body as { ok?: unknown } | null)?.ok === true;
}

function isRefused(answer: ApiResponse | null): boolean {
	return !isWorthRetrying(answer) && answer.status >= 400;
}

function isHidden(): boolean {
	return document.visibilityState === "hidden";
}
