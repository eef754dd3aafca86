import { createTalkCard } from "@/lib/cards/create-card";
import { respondWithCard } from "@/lib/cards/render";
import { talkOr404 } from "../../../conference";

/** The image of a talk where its address is shared. */
export async function GET(_: Request, { params }: RouteContext<"/conferences/[conference]/talks/[talk]/card.png">) {
	const { conference, talk } = await talkOr404(params);
	return respondWithCard(talk.isWithdrawn ? null : createTalkCard(conference, talk));
}
