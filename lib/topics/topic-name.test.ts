import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	createTopicSlug,
	findByName,
	findByNameOrSlug,
	isValidName,
	MAX_NAME_LENGTH,
	normalizeName,
} from "./topic-name";

describe("a topic's name", () => {
	it("is one line with single spaces, and the same letters are the same name", () => {
		expect(normalizeName("  Distributed \n\t systems\0 ")).toBe("Distributed systems");
		expect(normalizeName("Cafe\u0301")).toBe("Café");
		expect(normalizeName("half \uD83E a squid")).toBe("half \uFFFD a squid");
		expect(normalizeName("👩‍💻 at work")).toBe("👩‍💻 at work");
	});

	it("stays as it is once it is tidy", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				const tidy = normalizeName(text);
				expect(normalizeName(tidy)).toBe(tidy);
			}),
		);
	});

	it("has something to see, and is not too long", () => {
		for (const name of ["", "\u200B\u200D", "x".repeat(MAX_NAME_LENGTH + 1), "x".repeat(10_000)]) {
			expect(isValidName(name)).toBe(false);
		}
		for (const name of ["C", "🦑".repeat(MAX_NAME_LENGTH), "日本語", "?!"]) expect(isValidName(name)).toBe(true);
	});
});

describe("a topic's address", () => {
	it("says the name, or tells those apart that cannot be said", () => {
		expect(createTopicSlug("Café & Systems", [])).toBe("cafe-and-systems");
		expect(createTopicSlug("日本語", [])).toBe("topic");
		const others = [
			{ slug: "c", name: "C" },
			{ slug: "c-2", name: "C#" },
			{ slug: "topic", name: "日本語" },
		];
		expect(createTopicSlug("C!", others)).toBe("c-3");
		expect(createTopicSlug("한국어", others)).toBe("topic-2");
	});

	it("is one that a topic can be asked for by, and nobody else's, whatever the names are", () => {
		const name = fc.string({ unit: "binary", maxLength: MAX_NAME_LENGTH }).map(normalizeName).filter(isValidName);
		fc.assert(
			fc.property(fc.array(name, { maxLength: 12 }), (names) => {
				const topics: { slug: string; name: string }[] = [];
				for (const each of names) topics.push({ slug: createTopicSlug(each, topics), name: each });
				const slugs = topics.map(({ slug }) => slug);
				expect(new Set(slugs).size).toBe(slugs.length);
				for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9-]{1,60}$/);
			}),
		);
	});
});

describe("topics", () => {
	const ebpf = { slug: "ebpf", name: "eBPF" };
	const sharp = { slug: "c-2", name: "C#" };

	it("are the same in another case", () => {
		expect(findByName([ebpf, sharp], "EBPF")).toBe(ebpf);
		expect(findByName([ebpf, sharp], "c#")).toBe(sharp);
		expect(findByName([ebpf, sharp], "c")).toBeUndefined();
	});

	it("are found by name first, then by slug", () => {
		const named = { slug: "c-2-2", name: "c-2" };
		expect(findByNameOrSlug([sharp, named], "c-2")).toBe(named);
		expect(findByNameOrSlug([sharp], "c-2")).toBe(sharp);
		expect(findByNameOrSlug([sharp], "C")).toBeUndefined();
	});
});
