import type { Schedule, ScheduleTalk } from "@/lib/schedule/types";

/** When an import is killed in its test. */
export const PAUSE_POINTS = [
	"while converting",
	"while writing",
	"once all is written",
	"once it is committed",
] as const;
export type PausePoint = (typeof PAUSE_POINTS)[number];

const TALK_COUNT = 360;

/** Two schedules of one conference, "old" and "new": of each other's talks they change, lack and have a third. */
export function createSchedule(name: string): Schedule {
	const first = name === "old" ? 0 : TALK_COUNT / 3;
	const talks = Array.from({ length: TALK_COUNT }, (_, index) => talk(name, first + index));
	const time = { timeZone: "Europe/Brussels", startDate: "2026-01-31", endDate: "2026-02-01", dayChange: 540 };
	return {
		conference: {
			slug: "killed",
			title: `As ${name}`,
			subtitle: "",
			venue: "",
			city: "",
			url: null,
			version: name,
			...time,
		},
		tracks: [{ slug: "go", name: `Go ${name}` }],
		rooms: [0, 1, 2].map((room) => ({ slug: `room-${room}`, name: `Room ${room} ${name}` })),
		speakers: [...new Set(talks.flatMap(({ speakers }) => speakers))].map((key) => ({
			key,
			slug: key.replace(":", "-"),
			name: `Speaker ${key}`,
			biography: { markup: "html", text: `<p>Known as ${name}.</p>` },
		})),
		talks,
	};
}

function talk(name: string, index: number): ScheduleTalk {
	const isChanged = index % 2 === 0;
	return {
		...{ key: `guid:${index}`, guid: `${index}`, slug: `talk-${index}`, subtitle: "", type: "talk", language: "en" },
		title: isChanged ? `Talk ${index} as ${name}` : `Talk ${index}`,
		day: "2026-01-31",
		start: new Date(Date.UTC(2026, 0, 31, 9, index)),
		...{ duration: 30, track: "go", room: `room-${index % 3}`, url: null, isCancelled: false, willBeRecorded: null },
		abstract: { markup: "html", text: `<p>On <b>${index}</b>${isChanged ? `, as ${name}` : ""}.</p>` },
		description: { markup: "markdown", text: "" },
		speakers: [`id:${index % 50}`],
		links: [{ kind: "RECORDING", url: `https://conf.example/${name}/${index}.mp4`, title: "Video" }],
	};
}
