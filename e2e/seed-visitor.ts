import { randomUUID } from "node:crypto";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import type { Account } from "./accounts";

/** What somebody has once their shelf is furnished, as `Shelf` has it. */
export type SeededVisitor = { readonly topic: string; readonly writeUp: string; readonly token: string };

type Talks = {
	readonly conference: string;
	/** To mark; the first of them are noted, too. */
	readonly talkIds: readonly number[];
	readonly recordedId: number;
};

/** A server closes connections that were idle for seconds, just when somebody asks through one. */
export const AGAIN = { maxRetries: 2 };

export const STATUSES = ["WATCHED", "MUST_SEE", "WATCHED", "MISSED", "MUST_SEE"] as const;
export const NOTE_COUNT = 6;
export const TOPICS = ["Databases", "To show the team", "Plain text"];

const PARAGRAPH = [
	"What it was about, and why it **mattered**: a sentence or two, with [a link](https://example.org/a/page) to what it was",
	"built on, and `a bit of code` that I want to find again.",
].join(" ");

export const NOTE = `${PARAGRAPH}

## Afterwards

- try it on our own logs
- tell the others, with the slides

> What is not written down did not happen.
`;

export const TAKEAWAYS = [
	"A format that everybody can read outlives every program that writes it",
	"Measure *before* and after, on the same machine",
	"Ask the maintainers first: they mostly know",
];

/** Signs up or in, as the forms do. */
export async function enter(
	request: APIRequestContext,
	how: "sign-in" | "sign-up",
	account: Account,
	origin: string,
): Promise<void> {
	// Passwords are taken from our own pages alone.
	await parseResponse(
		await request.post(`/api/auth/${how}/email`, { data: account, headers: { Origin: origin }, ...AGAIN }),
	);
}

/** Fills the shelf of whoever asks, as their browser would: marks, stars, notes, topics, a place in a recording, a write-up. */
export async function seedVisitor(request: APIRequestContext, talks: Talks): Promise<SeededVisitor> {
	const { conference, talkIds, recordedId } = talks;
	const send = async (method: "PATCH" | "POST" | "PUT", path: string, data: object) =>
		parseResponse(await request.fetch(path, { method, data, ...AGAIN }));
	const marked = [...new Set([recordedId, ...talkIds])];
	const markEvents = marked.map((talkId, index) => ({
		...{ id: randomUUID(), talkId, status: STATUSES[index % STATUSES.length], at: Date.now() - index * 3_600_000 },
	}));
	await send("POST", "/api/marks", { presses: markEvents });
	for (const [index, talkId] of marked.slice(0, NOTE_COUNT).entries()) {
		const inserted = TAKEAWAYS.slice(0, 1 + (index % TAKEAWAYS.length)).map((text, number) => ({
			...{ id: `t${number}`, text },
			...(talkId === recordedId && { time: 30 + number * 25 }),
		}));
		await send("PATCH", `/api/notes/${talkId}`, {
			text: { at: 0, removed: 0, inserted: NOTE },
			takeaways: { at: 0, removed: 0, inserted },
			baseRevision: 0,
		});
		if (STATUSES[index % STATUSES.length] === "WATCHED") {
			await send("PUT", `/api/ratings/${talkId}`, { stars: 3 + (index % 3) });
		}
	}
	for (const [index, topic] of TOPICS.entries()) {
		const some = marked.filter((_, position) => position % (index + 2) === 0).slice(0, 12);
		await send("POST", "/api/topics/talks", { topic, talkIds: some, on: true });
	}
	await send("PUT", `/api/playback/${recordedId}`, { position: 42, duration: 120, age: 60_000 });
	const { id } = await send("POST", "/api/writeups", { scope: { kind: "conference", conference } });
	const published = { authorName: "Ada L.", isIndexed: false, canonicalUrl: null };
	const { publication } = await send("PUT", `/api/writeups/${id}/publication`, published);
	const { topics } = await parseResponse(await request.get("/api/topics", AGAIN));
	return { topic: topics[0].slug, writeUp: id, token: publication.token };
}

// biome-ignore lint/suspicious/noExplicitAny: of half a dozen addresses, each of which answers otherwise.
async function parseResponse(response: APIResponse): Promise<any> {
	if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`);
	return response.json();
}
