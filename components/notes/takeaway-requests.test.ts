import { expect, test } from "vitest";
import { onTakeawayRequest, requestTakeaway, type TakeawayRequest } from "./takeaway-requests";

test("a talk's editor is told what is asked for its talk, and no more once it is gone", () => {
	const told: TakeawayRequest[] = [];
	const end = onTakeawayRequest(1, (request) => told.push(request));
	requestTakeaway({ talkId: 1, text: "“Columns outlive programs”", time: 754 });
	requestTakeaway({ talkId: 2, text: "elsewhere" });
	expect(told).toEqual([{ talkId: 1, text: "“Columns outlive programs”", time: 754 }]);
	end();
	requestTakeaway({ talkId: 1, text: "later" });
	expect(told).toHaveLength(1);

	const laterTold: TakeawayRequest[] = [];
	onTakeawayRequest(1, (request) => laterTold.push(request))();
	expect(laterTold).toEqual([{ talkId: 1, text: "later" }]);
});

test("what was asked for before there was an editor waits for it, in its order, and comes once", () => {
	requestTakeaway({ talkId: 3, text: "first", time: 1 });
	requestTakeaway({ talkId: 3, text: "second", time: 2 });
	const told: string[] = [];
	onTakeawayRequest(3, ({ text }) => told.push(text))();
	onTakeawayRequest(3, ({ text }) => told.push(text))();
	expect(told).toEqual(["first", "second"]);
});

test("an editor that opens before the last one has gone stays the one that is told", () => {
	const told: string[] = [];
	const endOld = onTakeawayRequest(4, ({ text }) => told.push(`old ${text}`));
	onTakeawayRequest(4, ({ text }) => told.push(`new ${text}`));
	endOld();
	requestTakeaway({ talkId: 4, text: "one" });
	expect(told).toEqual(["new one"]);
});
