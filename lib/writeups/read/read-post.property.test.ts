import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnyWriteUp, anyWriteUp } from "@/lib/testing/any-write-up";
import { runs } from "@/lib/testing/property-runs";
import { compileWriteUp } from "../compile/compile";
import { parsePost } from "./read-post";
import type { FindTalk, FindTalkId } from "./types";
import { toUrlKey } from "./url-key";

function finders({ talks }: AnyWriteUp): [FindTalkId, FindTalk] {
	const byKey = new Map(
		[...talks.values()].flatMap(({ id, addresses }) => addresses.map((each) => [toUrlKey(each), id])),
	);
	return [(address) => byKey.get(toUrlKey(address)) ?? null, (id) => talks.get(id)];
}

describe("whatever a write-up holds and however it is written", () => {
	test("it goes out, in, and out again as the same bytes", () => {
		fc.assert(
			fc.property(anyWriteUp, (writeUp) => {
				const out = compileWriteUp(writeUp.content, writeUp.talks, writeUp.options);
				const { content, options } = parsePost(out, ...finders(writeUp));
				expect(compileWriteUp(content, writeUp.talks, options)).toBe(out);
			}),
			runs(60),
		);
	});
});
