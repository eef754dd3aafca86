import { requireEditor } from "@/lib/accounts/require-editor";
import { db } from "@/lib/db/db";
import { stageSchedule } from "@/lib/imports/mutations";
import { previewImport } from "@/lib/imports/preview-import";
import { findSchedule } from "@/lib/imports/sources/find-schedule";
import { conferenceOf } from "@/lib/schedule/conference-of";
import { readSchedule } from "@/lib/schedule/formats";
import { parseScheduleSource } from "./schedule-source";
import { sendReading, streamLines } from "./stream-lines";

/** Finds the schedule in a file or at an address, and answers what importing it would do; nothing is imported yet. */
export async function POST(request: Request): Promise<Response> {
	const access = await requireEditor(request.headers);
	if (access.refusal) return access.refusal;
	const source = await parseScheduleSource(request);
	if (source.kind === "refused") return source.refusal;
	return streamLines(async (send) => {
		const file =
			source.kind === "address"
				? await findSchedule(source.address, { onProgress: (progress) => send({ progress }) })
				: { source: source.name, bytes: source.bytes, etag: "", lastModified: "" };
		await sendReading(send);
		const { parsed, stored } = await conferenceOf(db, await readSchedule(file.bytes, file.source), file);
		const found = previewImport(parsed, file.source, stored?.schedule ?? null);
		send({ found, id: await stageSchedule(db, { userId: access.visitor.id, file, now: new Date() }) });
	}).response;
}
