import type { ApiResponse } from "@/components/visitor/api-client";
import type { CompiledTalk } from "@/lib/writeups/compile/types";

type Sent<Value> = Value extends Date
	? string
	: Value extends object
		? { readonly [Key in keyof Value]: Sent<Value[Key]> }
		: Value;

/** The talks of an answer, with its dates as dates again. */
export function parseTalks({ body }: ApiResponse): CompiledTalk[] {
	const { talks } = body as { talks: Sent<CompiledTalk>[] };
	return talks.map((talk) => ({
		...(talk as unknown as CompiledTalk),
		start: new Date(talk.start),
		mark: talk.mark && { ...talk.mark, updatedAt: new Date(talk.mark.updatedAt) },
		note: talk.note && ({ ...talk.note, updatedAt: new Date(talk.note.updatedAt) } as CompiledTalk["note"]),
	}));
}
