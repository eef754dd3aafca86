import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Reef = {
	readonly acronym: string;
	readonly title: string;
	/** Titles of talks, each of which keeps its identity by its title. */
	readonly talks: readonly string[];
	/** The room of all talks. */
	readonly room?: string;
};

/** A conference that no other test has. */
export function newReef(talks: readonly string[]): Reef {
	const id = randomUUID().slice(0, 8);
	return { acronym: `reef-${id}`, title: `Reef ${id}`, talks };
}

/** Its schedule, as frab publishes one. */
export function xmlOf({ acronym, title, talks, room = "Lagoon" }: Reef): string {
	const events = talks.map(
		(talk, index) => `<event id="${index + 1}" guid="${guidOf(acronym, talk)}">
<date>2026-05-01T${String(9 + index).padStart(2, "0")}:00:00+02:00</date><start>${String(9 + index).padStart(2, "0")}:00</start>
<duration>00:30</duration><room>${room}</room><title>${talk}</title><track>Coral</track><type>talk</type>
<persons><person id="${index + 1}">Marina ${index + 1}</person></persons></event>`,
	);
	return `<?xml version="1.0" encoding="UTF-8"?>
<schedule><version>1</version><conference><acronym>${acronym}</acronym><title>${title}</title><start>2026-05-01</start>
<end>2026-05-01</end><time_zone_name>Europe/Brussels</time_zone_name></conference>
<day index="1" date="2026-05-01"><room name="${room}">${events.join("")}</room></day></schedule>`;
}

function guidOf(acronym: string, talk: string): string {
	const hex = Buffer.from(`${acronym} ${talk}`).toString("hex").padEnd(64, "0").slice(-32);
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Serves texts by path from this machine; `stop` ends it. */
export async function serve(
	files: Readonly<Record<string, { readonly type: string; readonly text: string }>>,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
	const server = createServer((request, response) => {
		const file = files[request.url ?? ""];
		response.writeHead(file ? 200 : 404, { "Content-Type": file?.type ?? "text/plain" }).end(file?.text);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		stop: () => new Promise((resolve) => server.close(() => resolve())),
	};
}
