import { requireEditor } from "@/lib/accounts/editing";
import { db } from "@/lib/db/db";
import { conferenceOf } from "@/lib/schedule/conference-of";
import { readSchedule } from "@/lib/schedule/formats";
import { findSchedule } from "@/lib/schedule/sources/discover";
import { foundConference } from "@/lib/schedule/staging/found";
import { stageSchedule } from "@/lib/schedule/staging/mutations";
import { readGiven } from "./given";
import { sendReading, streamLines } from "./lines";

/** Finds the schedule in a file or at an address, and answers what importing it would do; nothing is imported yet. */
export async function POST(request: Request): Promise<Response> {
	const asked = await requireEditor(request.headers);
	if (asked.refusal) return asked.refusal;
	const given = await readGiven(request);
	if (given.kind === "refused") return given.refusal;
	return streamLines(async (send) => {
		const file =
			given.kind === "address"
				? await findSchedule(given.address, { onProgress: (progress) => send({ progress }) })
				: { source: given.name, bytes: given.bytes, etag: "", lastModified: "" };
		await sendReading(send);
		const { parsed, stored } = await conferenceOf(db, await readSchedule(file.bytes, file.source), file);
		const found = foundConference(parsed, file.source, stored?.schedule ?? null);
		send({ found, id: await stageSchedule(db, { userId: asked.visitor.id, file, now: new Date() }) });
	}).response;
}
