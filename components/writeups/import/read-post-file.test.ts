import { expect, test } from "vitest";
import { readPostFile } from "./read-post-file";

const file = (content: BlobPart) => new File([content], "post.md");

test("a post's file is its text, without the byte order mark", async () => {
	expect(await readPostFile(file("\uFEFF# Ä\r\n"))).toEqual({ text: "# Ä\r\n" });
});

test("what is no text says so", async () => {
	expect(await readPostFile(file(new Uint8Array([0x23, 0xff, 0x0a])))).toEqual({
		problem: "post.md is no text in UTF-8.",
	});
	expect(await readPostFile(file("PK\0\0"))).toEqual({ problem: "post.md is no text in UTF-8." });
	expect(await readPostFile(file(" \n"))).toEqual({ problem: "post.md is empty." });
	expect(await readPostFile(file("x".repeat(500_001)))).toEqual({
		problem: "post.md is too long: a post can have up to 500,000 characters.",
	});
});
