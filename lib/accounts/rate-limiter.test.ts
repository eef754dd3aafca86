import { expect, it } from "vitest";
import { RateLimiter } from "./rate-limiter";

it("allows ten attempts in five minutes, for each key", () => {
	const attempts = new RateLimiter();
	const answers = Array.from({ length: 12 }, () => attempts.allow("ada@example.org", 0));
	expect(answers).toEqual([...Array(10).fill(true), false, false]);
	expect(attempts.allow("bob@example.org", 0)).toBe(true);
	expect(attempts.allow("ada@example.org", 299_999)).toBe(false);
	expect(attempts.allow("ada@example.org", 300_000)).toBe(true);
});

it("forgets nothing for all the keys that somebody thinks of", () => {
	const attempts = new RateLimiter();
	for (let n = 0; n < 11; n++) attempts.allow("first", 0);
	for (let n = 0; n < 100_000; n++) attempts.allow(`key ${n}`, 0);
	expect(attempts.allow("first", 0)).toBe(false);
});

it("counts as many as it is told, for as long", () => {
	const attempts = new RateLimiter(1, 1_000);
	expect([0, 999, 1_000].map((now) => attempts.allow("network", now))).toEqual([true, false, true]);
});
