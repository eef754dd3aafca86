import { describe, expect, it } from "vitest";
import { isSameOrigin } from "./origin";

const asked = (headers: Record<string, string>) => isSameOrigin(new Headers({ host: "shelf.example", ...headers }));

describe("a request that changes something", () => {
	it("is taken from a page of the same host, also behind a proxy", () => {
		expect(asked({ origin: "https://shelf.example" })).toBe(true);
		expect(asked({ origin: "http://shelf.example" })).toBe(true);
		expect(asked({ origin: "https://public.example", "x-forwarded-host": "public.example" })).toBe(true);
	});

	it("is refused from another site's page, and from a page without an origin", () => {
		expect(asked({ origin: "https://evil.example" })).toBe(false);
		expect(asked({ origin: "https://shelf.example.evil" })).toBe(false);
		expect(asked({ origin: "null" })).toBe(false);
		expect(asked({ "sec-fetch-site": "cross-site" })).toBe(false);
	});

	it("is taken from a program, which no other site's page can be behind", () => {
		expect(asked({})).toBe(true);
		expect(asked({ "sec-fetch-site": "same-origin" })).toBe(true);
	});
});
