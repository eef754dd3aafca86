import { type APIRequestContext, request } from "@playwright/test";
import { administrator } from "./accounts";
import { AGAIN, enter } from "./seed-visitor";

export type EventOfFile = {
	readonly guid: string;
	readonly title: string;
	readonly room: string;
	/** `HH:MM`. */
	readonly duration: string;
};

/** Imports a schedule into the server at `baseURL`. Titles and names are XML. */
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

/** The administrator of each server that this worker's tests use. */
const administrators = new Map<string, Promise<APIRequestContext>>();

/** Imports a whole file as the page that imports does: a process of its own for each would take seconds. */
export async function importXml(baseURL: string, xml: string): Promise<void> {
	const signedIn = administrators.get(baseURL) ?? signInAdministrator(baseURL);
	administrators.set(baseURL, signedIn);
	const keeper = await signedIn;
	const staged = await keeper.post("/api/imports?name=schedule.xml", { data: Buffer.from(xml), ...AGAIN });
	const said = await staged.text();
	const [, id] = /"id":"([^"]+)"/.exec(said) ?? [];
	if (!id) throw new Error(`The schedule was not read: ${said}`);
	// As who confirms that talks are withdrawn, however many.
	const data = { mayWithdraw: Number.MAX_SAFE_INTEGER };
	const done = await (await keeper.post(`/api/imports/${id}`, { data, ...AGAIN })).text();
	if (!done.includes('"report"')) throw new Error(`The schedule was not imported: ${done}`);
}

async function signInAdministrator(baseURL: string): Promise<APIRequestContext> {
	const keeper = await request.newContext({ baseURL });
	await enter(keeper, "sign-in", administrator, baseURL);
	return keeper;
}

const eventXml = ({ guid, title, duration }: EventOfFile) =>
	`<event guid="${guid}"><date>2025-10-04T10:00:00+02:00</date><start>10:00</start><duration>${duration}</duration>
<slug>low-water</slug><title>${title}</title><track>Small Boats</track><type>talk</type><language>en</language>
<abstract>As the schedule has it.</abstract><persons><person id="1">Ida Flood</person></persons></event>`;
