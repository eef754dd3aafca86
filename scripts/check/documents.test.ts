import { expect, test } from "vitest";
import { findMissing } from "./documents.mjs";

const project = {
	commands: new Set(["check"]),
	exists: (path: string) => ["lib/notes/merge.ts", "docs/using.md", "app/api/notes/[talkId]/route.ts"].includes(path),
};

test("names what a document refers to and is not there, by its line", () => {
	const text = `See \`lib/notes/merge.ts\`, \`app/api/notes/[talkId]/route.ts\` and [how to use it](using.md#marks).
\`lib/notes/gone.ts\` and [more](gone.md): npm run check, npm run --silent gone.`;
	expect(findMissing("docs/running.md", text, project)).toEqual([
		"docs/running.md:2 names lib/notes/gone.ts, which is not there.",
		"docs/running.md:2 links to gone.md, which is not there.",
		"docs/running.md:2 names npm run gone, which package.json does not have.",
	]);
});

test("leaves alone what is elsewhere, generated, or a pattern", () => {
	const text = `[MIT](https://example.org/x), [above](#start), \`lib/db/generated/sqlite\`, \`lib/schedule/formats/<format>.ts\`,
\`docs/decisions/NNN-title.md\`, \`lib/*/queries.ts\`, \`next/font\``;
	expect(findMissing("README.md", text, project)).toEqual([]);
});
