import { describe, expect, it } from "vitest";
import { planEdit } from "./plan-edit";

type State = { title: string; links: { url: string }[]; abstract: { digest: string; markdown: string } };

const shown: State = {
	title: "Shown",
	links: [{ url: "https://a.example/" }],
	abstract: { digest: "html", markdown: "An *abstract*.\n\nOf two." },
};
const plan = (wanted: Partial<State>, scheduled: Partial<State> = {}, isScheduled = true) =>
	planEdit({ current: shown, scheduled, wanted, isScheduled });

describe("planEdit", () => {
	it("changes nothing where everything is wanted as it is shown, whatever line ends a form sends", () => {
		const abstract = { digest: "other", markdown: "An *abstract*.\r\n\r\nOf two.\r\n" };
		expect(plan({ title: "Shown", links: [{ url: "https://a.example/" }], abstract })).toBeNull();
		expect(plan({})).toBeNull();
	});

	it("keeps what the schedule says beside a field that changes, and leaves the others alone", () => {
		expect(plan({ title: "Typed", links: shown.links })).toEqual({
			values: { title: "Typed" },
			scheduled: { title: "Shown" },
		});
	});

	it("keeps what the schedule says, not the edit before, where a field is edited again", () => {
		expect(plan({ title: "Typed" }, { title: "Scheduled" })).toEqual({
			values: { title: "Typed" },
			scheduled: { title: "Scheduled" },
		});
	});

	it("takes an edit back where the schedule's own is typed, with the digest that the schedule's text has", () => {
		const scheduled = { title: "Scheduled", abstract: { digest: "html", markdown: "Was *this*." } };
		const wanted = { title: "Typed", abstract: { digest: "typed", markdown: "Was *this*.\r\n" } };
		expect(plan(wanted, scheduled)).toEqual({
			values: { title: "Typed", abstract: scheduled.abstract },
			scheduled: { title: "Scheduled" },
		});
	});

	it("forgets an edit that is what the schedule says by now, though nothing shown changes", () => {
		expect(plan({ title: "Shown" }, { title: "Shown" })).toEqual({ values: { title: "Shown" }, scheduled: {} });
	});

	it("keeps nothing beside what was made by hand", () => {
		expect(plan({ title: "Typed" }, {}, false)).toEqual({ values: { title: "Typed" }, scheduled: {} });
	});
});
