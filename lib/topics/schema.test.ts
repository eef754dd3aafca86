import { describe, expect, it } from "vitest";
import { MAX_TALKS, topicSchema, topicTalksSchema } from "./schema";

function problemOf(schema: typeof topicSchema | typeof topicTalksSchema, value: unknown): string | undefined {
	return schema.safeParse(value).error?.issues[0]?.message;
}

describe("what a browser says of topics", () => {
	it("is a name of 1 to 60 characters", () => {
		expect(topicSchema.parse({ name: "  Open\n  hardware " })).toEqual({ name: "Open hardware" });
		for (const name of ["", " \n ", "x".repeat(61), "x".repeat(10_000)]) {
			expect(problemOf(topicSchema, { name })).toBe("A topic's name has 1 to 60 characters.");
		}
		for (const value of [null, [], {}, { name: 1 }, { name: null }]) {
			expect(problemOf(topicSchema, value)).toBe("A topic has a name.");
		}
	});

	it("puts it on talks, some at least and not too many", () => {
		const asked = { topic: "eBPF", talkIds: [1, 2], on: true };
		expect(topicTalksSchema.parse(asked)).toEqual(asked);
		const many = Array.from({ length: MAX_TALKS }, (_, index) => index + 1);
		expect(topicTalksSchema.parse({ ...asked, talkIds: many }).talkIds).toEqual(many);
		const problems = [
			[{ ...asked, topic: "x".repeat(10_000) }, "A topic's name has 1 to 60 characters."],
			[{ ...asked, topic: undefined }, "A topic has a name."],
			[{ ...asked, talkIds: [] }, "A topic is put on talks."],
			[{ ...asked, talkIds: [...many, 1] }, "At most 2,000 talks get a topic at once."],
			[{ ...asked, talkIds: "all" }, "Talks come as a list."],
			...["1", 0, -1, 1.5, 3_000_000_000, null].map((id) => [{ ...asked, talkIds: [id] }, "That is not a talk."]),
			[{ ...asked, on: "yes" }, "A topic is put on or taken off."],
			[null, "A topic is put on talks."],
		] as const;
		for (const [value, problem] of problems) expect(problemOf(topicTalksSchema, value)).toBe(problem);
	});
});
