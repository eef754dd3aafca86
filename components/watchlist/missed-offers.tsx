import type { MissedOffer as Offer } from "@/lib/watchlist/missed-offer/queries";
import { MissedOffer } from "./missed-offer";

/** What a visitor is asked about conferences that are over, where their pages are made for them. */
export function MissedOffers({ offers }: { offers: readonly Offer[] }) {
	return offers.map((offer) => <MissedOffer key={offer.conference.slug} offer={offer} />);
}
