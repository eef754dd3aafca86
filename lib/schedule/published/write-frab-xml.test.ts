import fc from "fast-check";
import { expect, it } from "vitest";
import { anyPublished, GENERATOR } from "@/lib/testing/any-published";
import { runs } from "@/lib/testing/property-runs";
import { findChild, findChildren, readXmlElements, textOf, type XmlElement } from "../formats/xml-elements";
import { writeFrabXml } from "./write-frab-xml";

const CONTAINERS = new Set(["schedule", "schedule/day", "schedule/day/room"]);

async function eventsOf(xml: string): Promise<XmlElement[]> {
	const events: XmlElement[] = [];
	async function* whole() {
		yield xml;
	}
	await readXmlElements(whole(), CONTAINERS, (element, [, , room]) => {
		if (room && element.name === "event") events.push(element);
	});
	return events;
}

// The schema's own types, each of which an event must have exactly once.
const TOLD = {
	room: /^[^\n]*$/,
	title: /^[^\n]+$/,
	type: /^[^\n]*$/,
	date: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/,
	start: /^[0-2][0-9]:[0-5][0-9]$/,
	duration: /^(?:[0-9]{1,2}:[0-9]{2}|[0-9]{1,2}:[0-9]{2}:[0-9]{1,2})$/,
	abstract: /^/,
	slug: /^\S+$/,
	subtitle: /^[^\n]*$/,
	track: /^[^\n]*$/,
} as const;

it("tells of every talk what the schema wants, as the schema wants it", async () => {
	await fc.assert(
		fc.asyncProperty(anyPublished, fc.constantFrom(0, 5999, 6000, 14_400), async (schedule, duration) => {
			const talks = schedule.talks.map((talk, index) => (index === 0 ? { ...talk, duration } : talk));
			const events = await eventsOf(writeFrabXml({ ...schedule, talks }, GENERATOR));
			expect(events).toHaveLength(talks.length);
			for (const event of events) {
				for (const [name, form] of Object.entries(TOLD)) {
					expect(findChildren(event, name), name).toHaveLength(1);
					expect(textOf(findChild(event, name)), name).toMatch(form);
				}
				expect(event.attributes.id).toMatch(/^[1-9]\d*$/);
			}
			for (const unique of [
				events.map(({ attributes }) => attributes.id),
				events.map(({ attributes }) => attributes.guid),
				events.map((event) => textOf(findChild(event, "slug"))),
			]) {
				expect(new Set(unique).size).toBe(talks.length);
			}
		}),
		runs(100),
	);
});
