import { expect, it } from "vitest";
import { canEdit, isAdministrator } from "./permissions";
import { ROLES } from "./types";

const someone = { id: "a", name: "Ada", isGuest: false };

it("lets editors and the administrator edit, and the administrator alone administer", () => {
	expect(ROLES.map((role) => [role, canEdit({ ...someone, role }), isAdministrator({ ...someone, role })])).toEqual([
		["VISITOR", false, false],
		["EDITOR", true, false],
		["ADMINISTRATOR", true, true],
	]);
});

it("lets no guest and nobody unknown edit or administer", () => {
	for (const visitor of [null, ...ROLES.map((role) => ({ ...someone, isGuest: true, role }))]) {
		expect([canEdit(visitor), isAdministrator(visitor)]).toEqual([false, false]);
	}
});
