import { createHash } from "node:crypto";
import { hash } from "./digest";

/** What a schedule tells of a talk's identity; "" for what it does not. */
export type TalkIdentity = {
	readonly guid: string;
	readonly id: string;
	readonly room: string;
	readonly title: string;
	readonly start: Date;
	readonly speakers: readonly string[];
};

/**
 * What tells a talk apart in all of a conference's schedules. A guid does it alone and survives a move; pretalx repeats a
 * submission's id for each of its slots, so that an id only does with start and room; else what people would know the
 * talk by does, which survives a move but no new title.
 */
export function createTalkKey(talk: TalkIdentity): string {
	if (talk.guid !== "") return `guid:${talk.guid.toLowerCase()}`;
	if (talk.id !== "") return `id:${talk.id}@${formatSlot(talk)}`;
	return `hash:${hash(JSON.stringify([talk.title, talk.speakers]))}`;
}

/** The key of a talk whose key is another's already: a second slot of the same talk. */
export function createSlotKey(key: string, talk: Pick<TalkIdentity, "start" | "room">): string {
	return `${key}@${formatSlot(talk)}`;
}

const formatSlot = ({ start, room }: Pick<TalkIdentity, "start" | "room">) => `${start.toISOString()}@${room}`;

/** What tells a person apart within a conference's schedules: guid, else id, else code, else the name. */
export function createSpeakerKey(person: { guid: string; id: string; code: string; name: string }): string {
	if (person.guid !== "") return `guid:${person.guid.toLowerCase()}`;
	if (person.id !== "") return `id:${person.id}`;
	if (person.code !== "") return `code:${person.code}`;
	return `name:${person.name.toLowerCase()}`;
}

const NAMESPACE = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

/** The guid under which a talk without one is published: the same for the same conference and key (RFC 9562, version 5). */
export function deriveGuid(conferenceSlug: string, key: string): string {
	const name = Buffer.from(`${conferenceSlug} ${key}`);
	const bytes = createHash("sha1")
		.update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex"))
		.update(name)
		.digest();
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const digits = bytes.toString("hex");
	return [
		digits.slice(0, 8),
		digits.slice(8, 12),
		digits.slice(12, 16),
		digits.slice(16, 20),
		digits.slice(20, 32),
	].join("-");
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The guid under which a talk is published: its own where that is a UUID and tells it apart, which it does not where the
 * schedule gives it to several slots of a talk; else one of ours.
 */
export function getPublishedGuid(conferenceSlug: string, { key, guid }: { key: string; guid: string | null }): string {
	if (guid === null || !UUID.test(guid) || key.startsWith(`guid:${guid.toLowerCase()}@`)) {
		return deriveGuid(conferenceSlug, key);
	}
	return guid;
}
