import { createWriteUpCard } from "@/lib/cards/create-card";
import { respondWithCard } from "@/lib/cards/render";
import { db } from "@/lib/db/db";
import { findPublishedWriteUp } from "@/lib/writeups/publish/queries";
import { summarize } from "@/lib/writeups/publish/summary";

/** The image of a published write-up where its address is shared; none of one that is not published. */
export async function GET(_: Request, { params }: RouteContext<"/w/[token]/card.png">) {
	const found = await findPublishedWriteUp(db, (await params).token);
	if (!found) return respondWithCard(null);
	const { content, publication } = found;
	return respondWithCard(
		createWriteUpCard({
			title: content.title,
			summary: summarize(content) ?? "",
			author: publication.authorName ?? "",
		}),
		{ isRevocable: true },
	);
}
