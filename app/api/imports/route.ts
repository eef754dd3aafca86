import { z } from "zod";
import { errorResponse, parseBody, readBodyBytes } from "@/lib/accounts/http";
import { requireEditor } from "@/lib/accounts/require-editor";
import { db } from "@/lib/db/db";
import { stageSchedule } from "@/lib/imports/mutations";
import { previewImport } from "@/lib/imports/preview-import";
import { findSchedule } from "@/lib/imports/sources/find-schedule";
import { conferenceOf } from "@/lib/schedule/conference-of";
import { readSchedule } from "@/lib/schedule/formats";
import { MAX_SCHEDULE_BYTES } from "@/lib/schedule/reading/text-chunks";
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

type ScheduleSource =
	| { readonly kind: "address"; readonly address: string }
	| { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
	| { readonly kind: "refused"; readonly refusal: Response };

const MAX_URL_BYTES = 20_000;

const urlSchema = z.object({
	address: z
		.string({ error: "Give an address." })
		.trim()
		.min(1, { error: "Give an address." })
		.max(2_000, { error: "That address is too long." }),
});

/** What a request brings: JSON with an address, or else a file's bytes, whose name is in the query. */
async function parseScheduleSource(request: Request): Promise<ScheduleSource> {
	if (/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
		const body = await parseBody(request, urlSchema, MAX_URL_BYTES);
		return "refusal" in body ? { kind: "refused", ...body } : { kind: "address", ...body.data };
	}
	const bytes = await readBodyBytes(request, MAX_SCHEDULE_BYTES).catch(() => undefined);
	if (bytes === undefined) return { kind: "refused", refusal: errorResponse(400, "The file did not arrive whole.") };
	if (bytes === null) return { kind: "refused", refusal: errorResponse(413, "The file is larger than 32 MB.") };
	return { kind: "file", bytes, name: cleanFileName(new URL(request.url).searchParams.get("name") ?? "") };
}

/** A file's own name, whatever it was sent as: no path, and nothing that reads as an address. */
function cleanFileName(rawName: string): string {
	const name = rawName.split(/[/\\:]/).at(-1) ?? "";
	return (
		name
			.replace(/\p{Cc}/gu, "")
			.trim()
			.slice(0, 200) || "A file"
	);
}
