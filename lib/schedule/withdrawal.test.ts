import { expect, it } from "vitest";
import { asksFirst, WithdrawalError } from "./withdrawal";

it("asks before more than a third of the talks are withdrawn, of few as of many", () => {
	const counts = [
		[0, 0],
		[0, 1],
		[1, 1],
		[1, 2],
		[1, 3],
		[2, 3],
		[1, 4],
		[2, 5],
		[333, 1000],
		[334, 1000],
	] as const;
	expect(counts.filter(([withdrawn, talks]) => asksFirst({ withdrawn, talks }))).toEqual([
		[1, 1],
		[1, 2],
		[2, 3],
		[2, 5],
		[334, 1000],
	]);
});

it("says what would be withdrawn of which conference, and how that is confirmed", () => {
	const error = new WithdrawalError("Reef", { withdrawn: 12, talks: 30 });
	expect(error.message).toBe(
		'Nothing was imported: it would withdraw 12 of the 30 talks of "Reef", which has to be confirmed.',
	);
	expect(new WithdrawalError("Reef", { withdrawn: 1, talks: 1 }).confirmed("Give --yes.").message).toBe(
		'Nothing was imported: it would withdraw the only talk of "Reef", which has to be confirmed. Give --yes.',
	);
});
