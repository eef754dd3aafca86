import { answerCard } from "@/lib/cards/answer";
import { cardOfWriteUp } from "@/lib/cards/describe";
import { db } from "@/lib/db/db";
import { findPublished } from "@/lib/writeups/publish/queries";
import { summaryOf } from "@/lib/writeups/publish/summary";

/** The image of a published write-up where its address is shared; none of one that is not published. */
export async function GET(_: Request, { params }: RouteContext<"/w/[token]/card.png">) {
	const found = await findPublished(db, (await params).token);
	if (!found) return answerCard(null);
	const { content, publication } = found;
	return answerCard(
		cardOfWriteUp({
			title: content.title,
			summary: summaryOf(content) ?? "",
			author: publication.authorName ?? "",
		}),
		{ isOnLoan: true },
	);
}
