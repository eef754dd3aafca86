import {
	type ApiResponse,
	errorMessageOf,
	isWorthRetrying,
	Retry,
	readJson,
	sendJson,
	withLock,
} from "@/components/visitor/api-client";
import { currentOwner } from "@/components/visitor/owner";
import { countPending, currentVisitor, showVisitorAt, subscribe } from "@/components/visitor/visitor-store";
import { findByName, normalizeName } from "@/lib/topics/topic-name";
import type { Topic, TopicTalksResponse } from "@/lib/topics/types";
import { dropKeptRating, type KeptRating, keepRating, readKeptRating } from "./kept-rating";
import type { OwnTalk } from "./types";

/** What a visitor made of a talk as its page shows it; `own` is null until the server told it. */
export type OwnTalkView = {
	readonly own: OwnTalk | null;
	/** Whether the server did not answer so far. */
	readonly isAway: boolean;
	/** What is to be said of the rating: that it is on its way, or why it is not kept. */
	readonly ratingStatus: string;
};

export const LOADING: OwnTalkView = { own: null, isAway: false, ratingStatus: "" };

const AWAY = "the server does not answer. Try again in a moment.";

/**
 * What a visitor made of one open talk, outside of React: read from the server, read again once it has kept a mark, and
 * changed. A change shows at once, and goes back where the server refuses it.
 */
export class OwnTalkSession {
	readonly #talkId: number;
	readonly #show: (view: OwnTalkView) => void;
	readonly #stop: () => void;
	readonly #reload = new Retry();
	readonly #rerate = new Retry();
	#view: OwnTalkView = LOADING;
	#isClosed = false;
	/** An answer that was asked for before a change says nothing about it. */
	#changes = 0;
	#changing = 0;
	/** Whether the server told something that a change which was under way made doubtful. */
	#isStale = false;
	#isMarkWaiting = countPending() > 0;
	/** What the server has, while another is on its way. */
	#keptStars: number | null = null;
	#wanted: KeptRating | undefined;
	#isRating = false;
	/** Whether it was looked for what an earlier page could not send. */
	#isTakenUp = false;

	constructor(talkId: number, show: (view: OwnTalkView) => void) {
		this.#talkId = talkId;
		this.#show = show;
		this.#stop = subscribe(() => this.#followMarks());
		void this.#load();
	}

	close(): void {
		this.#isClosed = true;
		this.#stop();
		this.#reload.reset();
		this.#rerate.reset();
	}

	/** Gives stars, or takes them back. */
	rate(stars: number | null): void {
		const wanted = { stars, owner: currentOwner() };
		keepRating(this.#talkId, wanted);
		this.#want(wanted);
	}

	#want(wanted: KeptRating): void {
		this.#wanted = wanted;
		this.#change({ rating: wanted.stars });
		this.#set({ ratingStatus: "Saving…" });
		void this.#sendRating();
	}

	/** Puts a topic on the talk, which is made where there is none. Answers what is wrong, or nothing. */
	async addTopic(text: string): Promise<string> {
		const { own } = this.#view;
		const name = normalizeName(text);
		if (!own || name === "" || findByName(own.topics, name)) return "";
		const topic = findByName(own.allTopics, name) ?? { slug: "", name };
		this.#change({ topics: [...own.topics, topic] });
		return this.#sendTopic(name, true);
	}

	/** Takes a topic off the talk. Answers what is wrong, or nothing. */
	async removeTopic(topic: Topic): Promise<string> {
		const { own } = this.#view;
		if (!own) return "";
		this.#change({ topics: own.topics.filter(({ name }) => name !== topic.name) });
		return this.#sendTopic(topic.name, false);
	}

	/** Says on which day, `YYYY-MM-DD`, an entry really was; null: when it was pressed. Answers what is wrong, or nothing. */
	async correct(id: string, day: string | null): Promise<string> {
		const answer = await this.#write(`/api/mark-log/entries/${id}`, "PATCH", { day });
		void this.#load();
		return problemIn(answer);
	}

	/** Takes an entry out of the log. Answers what is wrong, or nothing. */
	async remove(id: string): Promise<string> {
		const answer = await this.#write(`/api/mark-log/entries/${id}`, "DELETE", {});
		void this.#load();
		// The mark follows from the log.
		showVisitorAt(window.location.pathname);
		return problemIn(answer);
	}

	async #load(): Promise<void> {
		const changes = this.#changes;
		const answer = await readJson(`/api/talks/${this.#talkId}/own`);
		if (this.#isClosed) return;
		const own = answer?.status === 200 ? (answer.body as Partial<OwnTalk> | null) : null;
		// Anything else that calls itself an answer is a proxy's.
		if (!Array.isArray(own?.log)) {
			this.#set({ isAway: true });
			this.#reload.again(() => void this.#load());
			return;
		}
		this.#reload.reset();
		if (this.#changing > 0) {
			this.#isStale = true;
			return;
		}
		if (changes !== this.#changes) {
			void this.#load();
			return;
		}
		const told = own as OwnTalk;
		this.#keptStars = told.rating;
		this.#set({ isAway: false, own: this.#wanted ? { ...told, rating: this.#wanted.stars } : told });
		this.#takeUp();
	}

	/** What an earlier page could not send, once it is known who is here. */
	#takeUp(): void {
		if (this.#isTakenUp || !this.#view.own || currentVisitor() === undefined) return;
		this.#isTakenUp = true;
		const kept = readKeptRating(this.#talkId, currentOwner());
		if (kept && !this.#wanted) this.#want(kept);
	}

	/** Every mark that the server has kept is an entry of the log, and decides whether a rating may be given. */
	#followMarks(): void {
		this.#takeUp();
		const isWaiting = countPending() > 0;
		const isSettled = this.#isMarkWaiting && !isWaiting;
		this.#isMarkWaiting = isWaiting;
		if (!isSettled) return;
		void this.#load();
		void this.#sendRating();
	}

	async #sendRating(): Promise<void> {
		const wanted = this.#wanted;
		// The mark comes first: the server takes stars for what is watched.
		if (this.#isRating || !wanted || countPending() > 0) return;
		this.#isRating = true;
		const answer = await this.#write(`/api/ratings/${this.#talkId}`, "PUT", { stars: wanted.stars });
		this.#isRating = false;
		const isDecided = !isWorthRetrying(answer) && !isNotRated(answer);
		if (isDecided) dropKeptRating(this.#talkId, wanted);
		if (this.#isClosed) return;
		if (!isDecided) {
			this.#set({ ratingStatus: "Not saved yet. Trying again…" });
			this.#rerate.again(() => void this.#sendRating());
			return;
		}
		this.#rerate.reset();
		if (answer.status === 200) this.#keptStars = wanted.stars;
		if (wanted !== this.#wanted) {
			void this.#sendRating();
			return;
		}
		this.#wanted = undefined;
		this.#change({ rating: this.#keptStars });
		this.#set({ ratingStatus: answer.status === 200 ? "" : `Not saved: ${errorMessageOf(answer)}` });
	}

	async #sendTopic(topic: string, on: boolean): Promise<string> {
		const before = this.#view.own?.allTopics ?? [];
		const answer = await this.#write("/api/topics/talks", "POST", { topic, talkIds: [this.#talkId], on });
		const { own } = this.#view;
		if (this.#isClosed || !own) return "";
		const problem = problemIn(answer);
		// It may be called otherwise: in another case, or as another tab named it meanwhile.
		const kept = answer && problem === "" ? (answer.body as TopicTalksResponse).topic : findByName(before, topic);
		const others = own.topics.filter(({ name }) => name !== topic && name !== kept?.name);
		const isOn = problem === "" ? on : !on;
		this.#change({
			topics: kept && isOn ? [...others, kept] : others,
			allTopics: !kept || findByName(own.allTopics, kept.name) ? own.allTopics : [...own.allTopics, kept],
		});
		return problem;
	}

	/** The first write of a new visitor makes a guest, whom the rest of the page is to know. */
	async #write(address: string, method: Parameters<typeof sendJson>[1], body: unknown): Promise<ApiResponse | null> {
		this.#changing++;
		const isKnown = Boolean(currentVisitor());
		const answer = await withLock(isKnown, () => sendJson(address, method, body));
		this.#changing--;
		this.#changes++;
		if (this.#isStale && this.#changing === 0) {
			this.#isStale = false;
			void this.#load();
		}
		if (!isKnown && !this.#isClosed && answer && answer.status < 300) showVisitorAt(window.location.pathname);
		return answer;
	}

	#change(change: Partial<OwnTalk>): void {
		this.#changes++;
		if (this.#view.own) this.#set({ own: { ...this.#view.own, ...change } });
	}

	#set(change: Partial<OwnTalkView>): void {
		this.#view = { ...this.#view, ...change };
		this.#show(this.#view);
	}
}

/** Whether it calls itself an answer and is a proxy's. */
function isNotRated({ status, body }: ApiResponse): boolean {
	return status === 200 && (body as { stars?: unknown } | null)?.stars === undefined;
}

function problemIn(answer: ApiResponse | null): string {
	if (isWorthRetrying(answer)) return `Not saved: ${AWAY}`;
	return answer.status < 300 ? "" : `Not saved: ${errorMessageOf(answer)}`;
}
