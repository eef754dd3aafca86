import { errorResponse, jsonResponse, parseBody } from "@/lib/accounts/http";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { saveMissedAnswer } from "@/lib/watchlist/missed-offer/mutations";
import type { MissedOffer } from "@/lib/watchlist/missed-offer/queries";
import { listMissedOffers } from "@/lib/watchlist/missed-offer/queries";
import { missedAnswerSchema } from "@/lib/watchlist/schema";

const MAX_BYTES = 2 * 1024;

export type MissedOfferResponse = { readonly offer: MissedOffer | null };

/** What the visitor is to be asked about one conference: `?conference=SLUG`. */
export async function GET(request: Request): Promise<Response> {
	const conference = new URL(request.url).searchParams.get("conference")?.replaceAll("\0", "") ?? "";
	const visitor = await currentVisitor(request.headers);
	const now = new Date();
	const [offer = null] = visitor ? await listMissedOffers(db, { userId: visitor.id, conference, now }) : [];
	return jsonResponse({ offer } satisfies MissedOfferResponse);
}

/** Keeps that they answered: `{ conference, answer }`. */
export async function POST(request: Request): Promise<Response> {
	const body = await parseBody(request, missedAnswerSchema, MAX_BYTES);
	if ("refusal" in body) return body.refusal;
	const visitor = await currentVisitor(request.headers);
	// Who has marked nothing was asked nothing.
	if (!visitor) return errorResponse(404, "There is nothing to answer.");
	const { conference } = body.data;
	switch (await saveMissedAnswer(db, { userId: visitor.id, conference, now: new Date() })) {
		case "unknown-conference":
			return errorResponse(404, "There is no such conference.");
		case "not-over":
			return errorResponse(409, "That conference is not over yet.");
		case "kept":
			return jsonResponse({ answered: true });
	}
}
