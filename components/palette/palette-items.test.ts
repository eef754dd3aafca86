import { expect, test } from "vitest";
import { pagesFor } from "./palette-items";

test("pages are found as typed, those of the conference that is looked at too", () => {
	expect(pagesFor("obs", null).map(({ title }) => title)).toEqual(["Export Markdown"]);
	expect(pagesFor("tri", "fosdem-2026").map(({ href }) => href)).toEqual(["/conferences/fosdem-2026/triage"]);
	expect(pagesFor("tri", null)).toEqual([]);
	expect(pagesFor("", null).length).toBeGreaterThan(5);
	expect(pagesFor("write", null)[0]?.title).toBe("Write-ups");
});
