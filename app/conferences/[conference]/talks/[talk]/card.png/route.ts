import { answerCard } from "@/lib/cards/answer";
import { cardOfTalk } from "@/lib/cards/describe";
import { talkOr404 } from "../talk";

/** The image of a talk where its address is shared. */
export async function GET(_: Request, { params }: RouteContext<"/conferences/[conference]/talks/[talk]/card.png">) {
	const { conference, talk } = await talkOr404(params);
	return answerCard(talk.isWithdrawn ? null : cardOfTalk(conference, talk));
}
