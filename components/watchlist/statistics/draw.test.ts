import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { drawBars, drawColumns, drawHeatMap } from "./draw";

const HOSTILE = `<script>alert(1)</script>"'><img src=x onerror=alert(1)> {a|b} \${c} &amp; ]]>`;

/** The names of all elements and attributes, and all texts. */
function contents(svg: string) {
	const found = { names: new Set<string>(), texts: [] as string[] };
	const walk = (node: object) => {
		if ("nodeName" in node && !String(node.nodeName).startsWith("#")) found.names.add(String(node.nodeName));
		if ("attrs" in node) for (const { name } of node.attrs as { name: string }[]) found.names.add(name);
		if ("value" in node && String(node.value).trim() !== "") found.texts.push(String(node.value));
		if ("childNodes" in node) for (const child of node.childNodes as object[]) walk(child);
	};
	walk(parseFragment(svg));
	return found;
}

const drawings = (name: string) =>
	(["narrow", "wide"] as const).flatMap((size) => [
		drawBars([{ name, values: [30, 90], label: name }], ["watched", "left"], size),
		drawColumns([{ name, value: 90, label: name }], size),
		drawHeatMap({ rows: [name], columns: [name], counts: [[3]] }, size),
	]);

describe("a drawing", () => {
	it("has nothing but shapes and texts, whatever a schedule calls things", () => {
		const harmless = ["svg", "path", "text", "g", "defs", "pattern", "clippath", "clipPath"];
		const attributes = ["viewBox", "aria-hidden", "d", "fill", "stroke", "transform", "style", "id", "width", "height"];
		const more = [
			"dominant-baseline",
			"text-anchor",
			"patternUnits",
			"patternTransform",
			"stroke-width",
			"stroke-linecap",
			"stroke-miterlimit",
			"paint-order",
			"pointer-events",
			"space",
			"x",
			"y",
		];
		for (const svg of drawings(HOSTILE)) {
			const { names, texts } = contents(svg);
			expect([...names].filter((name) => ![...harmless, ...attributes, ...more].includes(name))).toEqual([]);
			expect(texts.join("")).toContain("<script>alert");
		}
	});

	it("scales to the width that it is given, and leaves its colours to the page", () => {
		for (const svg of drawings("Go")) {
			expect(svg).toMatch(/^<svg viewBox="0 0 (?:320|600) \d+" aria-hidden="true">/);
			expect(svg.match(/#[\da-f]{3,8}\b(?!-)|rgba?\(/gi)).toBeNull();
			expect(svg).not.toMatch(/<style|<script|ecmeta|class=/);
		}
	});

	it("tells what is left by a pattern, and writes the value at the bar", () => {
		const svg = drawBars([{ name: "Go", values: [30, 90], label: "0.5 of 2 h" }], ["watched", "left"], "wide");
		expect(contents(svg).texts).toEqual(["Go", "0.5 of 2 h"]);
		expect(svg).toMatch(/<pattern [^>]*id="([^"]+)"/);
		const [, id] = /<pattern [^>]*id="([^"]+)"/.exec(svg) ?? [];
		expect(svg).toContain(`fill="url(#${id})"`);
	});

	it("writes the number of every field, and none where there is nothing", () => {
		const svg = drawHeatMap(
			{
				rows: ["Sat", "Sun"],
				columns: ["09", "10"],
				counts: [
					[1, 0],
					[12, 3],
				],
			},
			"wide",
		);
		expect(contents(svg).texts).toEqual(expect.arrayContaining(["Sat", "Sun", "09", "10", "1", "12", "3"]));
		expect(contents(svg).texts).toHaveLength(7);
	});
});
