import { z } from "zod";
import { readBody, readBytes, refuse } from "@/lib/accounts/writing";
import { MAX_SCHEDULE_BYTES } from "@/lib/schedule/reading/text-chunks";

export type Given =
	| { readonly kind: "address"; readonly address: string }
	| { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
	| { readonly kind: "refused"; readonly refusal: Response };

const MAX_ADDRESS_BYTES = 20_000;

const addressSchema = z.object({
	address: z
		.string({ error: "Give an address." })
		.trim()
		.min(1, { error: "Give an address." })
		.max(2_000, { error: "That address is too long." }),
});

/** What a request brings: JSON with an address, or else a file's bytes, whose name is in the query. */
export async function readGiven(request: Request): Promise<Given> {
	if (/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
		const body = await readBody(request, addressSchema, MAX_ADDRESS_BYTES);
		return "refusal" in body ? { kind: "refused", ...body } : { kind: "address", ...body.data };
	}
	const bytes = await readBytes(request, MAX_SCHEDULE_BYTES).catch(() => undefined);
	if (bytes === undefined) return { kind: "refused", refusal: refuse(400, "The file did not arrive whole.") };
	if (bytes === null) return { kind: "refused", refusal: refuse(413, "The file is larger than 32 MB.") };
	return { kind: "file", bytes, name: fileName(new URL(request.url).searchParams.get("name") ?? "") };
}

/** A file's own name, whatever it was sent as: no path, and nothing that reads as an address. */
function fileName(given: string): string {
	const name = given.split(/[/\\:]/).at(-1) ?? "";
	return (
		name
			.replace(/\p{Cc}/gu, "")
			.trim()
			.slice(0, 200) || "A file"
	);
}
