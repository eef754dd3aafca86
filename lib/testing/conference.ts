import type { Db } from "@/lib/db/client";
import type { LinkKind } from "@/lib/schedule/types";

type TestTalk = {
	slug: string;
	/** Instant, ISO 8601. */
	start: string;
	title?: string;
	day?: string;
	duration?: number;
	track?: string;
	room?: string;
	speakers?: string[];
	links?: LinkKind[];
	abstract?: string;
	withdrawn?: boolean;
};

/** Puts a conference into a test's database; names are their own slugs. Answers its id and its talks' by slug. */
export async function createConference(db: Db, conference: { slug: string; startDate?: string; talks: TestTalk[] }) {
	const { slug, startDate = "2026-01-31", talks } = conference;
	const toNamedRows = (names: (string | undefined)[]) =>
		[...new Set(names)].flatMap((name, position) => (name ? [{ slug: name, name, position }] : []));
	const speakers = [...new Set(talks.flatMap((talk) => talk.speakers ?? []))];
	const { id } = await db.conference.create({
		data: {
			slug,
			title: slug,
			timeZone: "Europe/Brussels",
			startDate,
			endDate: startDate,
			source: "test",
			tracks: { create: toNamedRows(talks.map(({ track }) => track)) },
			rooms: { create: toNamedRows(talks.map(({ room }) => room)) },
			speakers: { create: speakers.map((name) => ({ key: name, slug: name, name })) },
		},
	});
	const ids = new Map<string, number>();
	for (const talk of talks) {
		const connectBySlug = (name: string) => ({ connect: { conferenceId_slug: { conferenceId: id, slug: name } } });
		const created = await db.talk.create({
			data: {
				conference: { connect: { id } },
				key: talk.slug,
				slug: talk.slug,
				title: talk.title ?? talk.slug,
				day: talk.day ?? startDate,
				start: new Date(talk.start),
				duration: talk.duration ?? 30,
				abstract: talk.abstract ?? "",
				withdrawnAt: talk.withdrawn ? new Date(0) : null,
				...(talk.track && { track: connectBySlug(talk.track) }),
				...(talk.room && { room: connectBySlug(talk.room) }),
				speakers: {
					create: (talk.speakers ?? []).map((name, position) => ({ position, speaker: connectBySlug(name) })),
				},
				links: {
					create: (talk.links ?? []).map((kind, position) => ({ kind, position, url: `https://example.org/${kind}` })),
				},
			},
		});
		ids.set(talk.slug, created.id);
	}
	const idOf = (talk: string) => {
		const found = ids.get(talk);
		if (found === undefined) throw new Error(`The test has no talk ${talk}.`);
		return found;
	};
	return { id, idOf };
}

/** Puts a visitor into a test's database. */
export async function createUser(db: Db, id: string): Promise<string> {
	await db.user.create({ data: { id, name: id, email: `${id}@example.org` } });
	return id;
}
