import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileTalks, contentWith, itemWith, noteWith, talkWith } from "@/lib/testing/compiled-talk";
import { hostileMarkdown } from "@/lib/testing/hostile-markdown";
import { runs } from "@/lib/testing/property-runs";
import { DEFAULT_OPTIONS, type Flavour } from "../options";
import { compileWriteUp } from "./compile";
import { escapeTemplates } from "./template-syntax";

const NOTE = [
	"Run `$" + "{{ secrets.KEY }}`, {{ page.url }} and {% if %}.",
	"```\n{{< video >}}\n{% raw %}\n```",
	'Or {{% tip "a" %}} and {{< open',
].join("\n\n");

function noteIn(flavour: Flavour, text = NOTE): string {
	const file = compileTalks([talkWith({ title: "On {{< figs >}} and {% tags %}", note: noteWith(text) })], { flavour });
	return file.slice(file.indexOf("### "));
}

/** As Liquid shows a text that it finds nothing else in. */
const asLiquidShows = (text: string) => text.replace(/\{% raw %\}([\s\S]*?)\{% endraw %\}/g, "$1");
/** As Hugo shows a text with shortcodes that are commented out. */
const asHugoShows = (text: string) => text.replace(/\{\{([<%])\/\*([\s\S]*?)\*\/([>%])\}\}/g, "{{$1$2$3}}");

describe("what the program of a site would run in a note or a title", () => {
	test("is raw for Liquid, in code too", () => {
		expect(noteIn("jekyll")).toBe(`### On {% raw %}{{< figs >}}{% endraw %} and {% raw %}{% tags %}{% endraw %}

[On {% raw %}{{< figs >}}{% endraw %} and {% raw %}{% tags %}{% endraw %}](https://conference.example/talk/)

Run \`${"$"}{% raw %}{{ secrets.KEY }}{% endraw %}\`, {% raw %}{{ page.url }}{% endraw %} and {% raw %}{% if %}{% endraw %}.

\`\`\`
{% raw %}{{< video >}}{% endraw %}
{% raw %}{% raw %}{% endraw %}
\`\`\`

Or {% raw %}{{% tip "a" %}}{% endraw %} and {% raw %}{{{% endraw %}< open
`);
		expect(asLiquidShows(noteIn("jekyll"))).toBe(noteIn("plain"));
		expect(escapeTemplates("{% endraw %}", "liquid")).toBe("{% raw %}{%{% endraw %} endraw %}");
	});

	test("is a comment for Hugo, which passes over Liquid", () => {
		expect(noteIn("hugo")).toBe(`### On {{</* figs */>}} and {% tags %}

[On {{</* figs */>}} and {% tags %}](https://conference.example/talk/)

Run \`${"$"}{{ secrets.KEY }}\`, {{ page.url }} and {% if %}.

\`\`\`
{{</* video */>}}
{% raw %}
\`\`\`

Or {{%/* tip "a" */%}} and {\\{< open
`);
		expect(asHugoShows(noteIn("hugo")).replace("{\\{", "{{")).toBe(noteIn("plain"));
	});

	test("is not run by Eleventy, whose post says so, unless it has templates of its own", () => {
		const talks = [talkWith({ note: noteWith("{{ a }}") })];
		const own = itemWith({ id: "own", heading: "", text: "{% include b %}" });
		expect(compileTalks(talks, { flavour: "astro" })).toMatch(
			/^---\n[^-]*templateEngineOverride: "md"\n---[\s\S]*\n{{ a }}\n/,
		);
		const content = contentWith({
			sections: [{ id: "s", heading: "", prose: "", items: [itemWith({ talkId: 1 }), own] }],
		});
		const file = compileWriteUp(content, new Map(talks.map((talk) => [1, talk])), {
			...DEFAULT_OPTIONS,
			flavour: "astro",
		});
		expect(file).toMatch(/^---\n(?!.*template)[\s\S]*\n{% raw %}{{ a }}{% endraw %}\n\n{% include b %}\n/);
	});

	test("is all shown, whatever stands around it", () => {
		const piece = fc.oneof(
			hostileMarkdown,
			fc.constantFrom(
				"{{",
				"}}",
				"{%",
				"%}",
				"{{<",
				">}}",
				"{{%",
				"%}}",
				" raw ",
				"endraw",
				"{{< a >}}",
				"{% raw %}",
				"*/",
			),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
				const text = pieces.join("").replaceAll("\\", "");
				const liquid = escapeTemplates(text, "liquid");
				expect(asLiquidShows(liquid)).toBe(text);
				// Between two raws, where Liquid reads, nothing is left of it.
				expect(liquid.replace(/\{% raw %\}[\s\S]*?\{% endraw %\}/g, "")).not.toMatch(/\{[{%]/);
				const hugo = escapeTemplates(text, "hugo");
				expect(asHugoShows(hugo).replaceAll("{\\{", "{{")).toBe(text);
				expect(hugo.replace(/\{\{([<%])\/\*(?:(?!\*\/)[\s\S])*\*\/[>%]\}\}/g, "")).not.toMatch(/\{\{[<%]/);
			}),
			runs(300),
		);
	});
});

test("an author's own templates stay as they were typed where what is around them is written anew", () => {
	const text =
		'# A {{< b c="d_e_*f*" >}}\n\n* {% include g_h_.html i="<j>" %}\n* {{ k | l: "[m]" }} [n][]\n\n[n]: https://n.org';
	const content = contentWith({ title: "", sections: [{ id: "s", heading: "{{ o_p_ }} *q", prose: text, items: [] }] });
	for (const flavour of ["hugo", "jekyll", "astro", "plain"] as const) {
		const file = compileWriteUp(content, new Map(), { ...DEFAULT_OPTIONS, flavour });
		expect(file.slice(file.indexOf("## "))).toBe(
			'## {{ o_p_ }} *q\n\n### A {{< b c="d_e_*f*" >}}\n\n' +
				'- {% include g_h_.html i="<j>" %}\n- {{ k | l: "[m]" }} [n](https://n.org)\n',
		);
	}
});
