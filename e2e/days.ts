/** `2026-01-31`, so many days from today, in UTC. */
export function dayFromToday(days: number): string {
	return new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);
}

export type TimedEvent = {
	readonly title: string;
	readonly room: string;
	/** ISO 8601, UTC. */
	readonly start: string;
	/** Minutes. */
	readonly duration: number;
	/** `<recording>`, `<links>` and the like. */
	readonly more?: string;
};

export type TimedConference = {
	readonly acronym: string;
	readonly title: string;
	readonly events: readonly TimedEvent[];
};

/** A schedule in UTC with events at moments of the test's, as frab XML. Talks keep their identity by their titles. */
export function timedXml({ acronym, title, events }: TimedConference): string {
	const days = [...new Set(events.map(({ start }) => start.slice(0, 10)))].sort();
	const event = ({ title: name, start, duration, room, more = "" }: TimedEvent) => `<event guid="${acronym} ${name}">
<date>${start}</date><start>${start.slice(11, 16)}</start>
<duration>${Math.floor(duration / 60)}:${String(duration % 60).padStart(2, "0")}</duration>
<room>${room}</room><title>${name}</title><type>talk</type>${more}</event>`;
	const inRoom = (day: string, room: string) =>
		events.filter((one) => one.start.startsWith(day) && one.room === room).map(event);
	const rooms = [...new Set(events.map(({ room }) => room))];
	return `<?xml version="1.0" encoding="UTF-8"?>
<schedule><version>1</version><conference><acronym>${acronym}</acronym><title>${title}</title>
<start>${days[0]}</start><end>${days.at(-1)}</end><time_zone_name>UTC</time_zone_name></conference>
${days
	.map(
		(day, index) =>
			`<day index="${index + 1}" date="${day}">${rooms
				.map((room) => `<room name="${room}">${inRoom(day, room).join("")}</room>`)
				.join("")}</day>`,
	)
	.join("")}</schedule>`;
}
