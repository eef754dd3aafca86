/**
 * A conference's schedule as frab XML: `talkCount` talks over two days in twenty rooms, with people, abstracts and links of
 * everyday length. The same number gives the same bytes, another number another conference.
 */
export function generateSchedule(number: number, talkCount: number): string {
	const acronym = `generated-${number}`;
	const events = Array.from({ length: talkCount }, (_, index) => createEvent(number, index));
	const days = DAYS.map((date, day) => {
		const rooms = Array.from({ length: ROOM_COUNT }, (_, room) => {
			const here = events.filter((_, index) => index % DAYS.length === day && getSlot(index) === room);
			return `<room name="Room ${room + 1}">${here.join("\n")}</room>`;
		});
		return `<day index="${day + 1}" date="${date}">${rooms.join("")}</day>`;
	});
	return `<?xml version="1.0" encoding="UTF-8"?>
<schedule><version>1</version><conference><acronym>${acronym}</acronym><title>Generated ${number}</title>
<start>${DAYS[0]}</start><end>${DAYS[1]}</end><time_zone_name>Europe/Brussels</time_zone_name></conference>
${days.join("\n")}</schedule>`;
}

const DAYS = ["2026-01-31", "2026-02-01"] as const;
const ROOM_COUNT = 20;

const getSlot = (index: number) => Math.floor(index / DAYS.length) % ROOM_COUNT;

function createEvent(number: number, index: number): string {
	const minutes = 9 * 60 + Math.floor(index / DAYS.length / ROOM_COUNT) * 20;
	const time = [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
	const url = `https://generated.example/${number}/${index}`;
	const words = Array.from({ length: 60 }, (_, position) => WORDS[(index * 7 + position * 3 + number) % WORDS.length]);
	const abstract = `<p>${words.join(" ")}.</p><ul><li>${WORDS[index % WORDS.length]}</li><li><a href="${url}">more</a></li></ul>`;
	return `<event guid="${number}-${index}"><date>${DAYS[index % DAYS.length]}T${time}:00+01:00</date><start>${time}</start>
<duration>00:20</duration><title>Talk ${index} on ${words.slice(0, 4).join(" ")}</title><track>Track ${index % 40}</track>
<type>talk</type><language>en</language><url>${url}</url><abstract>${escapeXml(abstract)}</abstract>
<persons><person id="${index}">Person ${index}</person></persons><links><link href="${url}.mp4">Video</link>
<link href="${url}.pdf">Slides</link><link href="${url}/chat">Chat</link></links></event>`;
}

const WORDS =
	"kernel cloud open source network compiler database web hardware community language testing package security graph".split(
		" ",
	);

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
