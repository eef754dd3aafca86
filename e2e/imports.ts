import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Where `server.ts` leaves the address of the database that it serves from. */
export const databaseFile = (port: string) => join(tmpdir(), `talkshelf-e2e-${port}.database`);

export type EventOfFile = {
	readonly guid: string;
	readonly title: string;
	readonly room: string;
	/** `HH:MM`. */
	readonly duration: string;
};

/** Imports a schedule as `npm run import` does, into the database of the server at `baseURL`. Titles and names are XML. */
export async function importSchedule(
	baseURL: string,
	{ acronym, title, events }: { acronym: string; title: string; events: readonly EventOfFile[] },
): Promise<void> {
	const rooms = [...new Set(events.map(({ room }) => room))].map((room) => {
		const here = events.filter((event) => event.room === room).map(eventXml);
		return `<room name="${room}">${here.join("")}</room>`;
	});
	const xml = `<?xml version="1.0" encoding="UTF-8"?><schedule><version>1</version>
<conference><acronym>${acronym}</acronym><title>${title}</title><start>2025-10-04</start><end>2025-10-05</end>
<time_zone_name>Europe/Brussels</time_zone_name></conference><day index="1" date="2025-10-04">${rooms.join("")}</day></schedule>`;
	await importXml(baseURL, xml);
}

/** Imports a whole file as `npm run import` does, into the database of the server at `baseURL`. */
export async function importXml(baseURL: string, xml: string): Promise<void> {
	const url = await readFile(databaseFile(new URL(baseURL).port), "utf8");
	const folder = await mkdtemp(join(tmpdir(), "talkshelf-e2e-"));
	try {
		const file = join(folder, "schedule.xml");
		await writeFile(file, xml);
		const args = ["--import", "tsx", "scripts/import.ts", file, "--yes"];
		await promisify(execFile)(process.execPath, args, { env: { ...process.env, DATABASE_URL: url } });
	} finally {
		await rm(folder, { recursive: true });
	}
}

const eventXml = ({ guid, title, duration }: EventOfFile) =>
	`<event guid="${guid}"><date>2025-10-04T10:00:00+02:00</date><start>10:00</start><duration>${duration}</duration>
<slug>low-water</slug><title>${title}</title><track>Small Boats</track><type>talk</type><language>en</language>
<abstract>As the schedule has it.</abstract><persons><person id="1">Ida Flood</person></persons></event>`;
