import { expect, it } from "vitest";
import { countSeenSpeakers } from "./statistics";
import type { SeenSpeaker } from "./types";

const conference = (year: number) => ({ slug: `conf-${year}`, title: `Conf ${year}`, startDate: `${year}-02-01` });

function seen(
	talkId: number,
	speakerId: number,
	more: Partial<SeenSpeaker> & { name: string; year?: number },
): SeenSpeaker {
	const { name, year = 2026, ...seenSpeakers } = more;
	const slug = name.toLowerCase().replaceAll(" ", "-");
	return {
		...{ talkId, duration: 30, speakerId, key: `id:${speakerId}`, namespace: "conf.example" },
		...{ speaker: { slug, name }, conference: conference(year), ...seenSpeakers },
	};
}

const summarize = (seenSpeakers: readonly SeenSpeaker[]) =>
	countSeenSpeakers(seenSpeakers).map(({ speaker, conference: { slug }, conferenceCount, talks, minutes }) => [
		speaker.name,
		slug,
		[conferenceCount, talks, minutes],
	]);

it("counts talks, then minutes, then goes by name", () => {
	const seenSpeakers = [
		seen(1, 1, { name: "Zoe Two" }),
		seen(2, 1, { name: "Zoe Two" }),
		seen(2, 2, { name: "Cy Short" }),
		seen(3, 3, { name: "Bo Long", duration: 50 }),
		seen(4, 4, { name: "Abe Short" }),
	];
	expect(summarize(seenSpeakers)).toEqual([
		["Zoe Two", "conf-2026", [1, 2, 60]],
		["Bo Long", "conf-2026", [1, 1, 50]],
		["Abe Short", "conf-2026", [1, 1, 30]],
		["Cy Short", "conf-2026", [1, 1, 30]],
	]);
});

it("knows a person over conferences by the id that their schedules give, under the latest name", () => {
	const seenSpeakers = [
		seen(1, 1, { name: "Bradley Kuhn", key: "id:7", year: 2024 }),
		seen(2, 2, { name: "Bradley M. Kuhn", key: "id:7", year: 2025 }),
		seen(3, 3, { name: "Bradley Kühn", key: "id:7", year: 2026 }),
	];
	expect(summarize(seenSpeakers)).toEqual([["Bradley Kühn", "conf-2026", [3, 3, 90]]]);
});

it("does not make one of two people who share an id, or only a name", () => {
	const seenSpeakers = [
		seen(1, 1, { name: "Kiki Kelimutu", key: "id:2028", year: 2024 }),
		seen(2, 2, { name: "Mitchell Baker", key: "id:2028", year: 2025 }),
		seen(3, 3, { name: "Sam Sung", key: "id:1", year: 2025 }),
		seen(4, 4, { name: "Sam Sung", key: "id:2", year: 2026 }),
		seen(5, 5, { name: "Ann Onym", key: "id:3", year: 2026 }),
		seen(6, 6, { name: "Ann Onym", key: "id:4", year: 2026 }),
	];
	expect(countSeenSpeakers(seenSpeakers).map(({ talks }) => talks)).toEqual([1, 1, 1, 1, 1, 1]);
});

it("has nobody where nothing was watched", () => {
	expect(countSeenSpeakers([])).toEqual([]);
});
