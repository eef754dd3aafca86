import { backupJsonSchema } from "@/lib/backup/schema";

export const dynamic = "force-static";

/** What a backup's file may hold. */
export function GET(): Response {
	return new Response(`${JSON.stringify(backupJsonSchema(), null, "\t")}\n`, {
		headers: { "Content-Type": "application/schema+json; charset=utf-8" },
	});
}
