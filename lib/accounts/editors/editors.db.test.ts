import { beforeEach, expect, it } from "vitest";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { addEditor, removeEditor } from "./mutations";
import { listEditors } from "./queries";

describeOnEachDatabase("editors", (getDb) => {
	beforeEach(async () => {
		await getDb().user.deleteMany();
		const users = [
			{ id: "keeper", name: "Zoe", role: "ADMINISTRATOR" },
			{ id: "ada", name: "Ada", isAnonymous: false },
			{ id: "grace", name: "Grace", isAnonymous: null },
			{ id: "guest", name: "Guest", isAnonymous: true },
		] as const;
		for (const user of users) await getDb().user.create({ data: { ...user, email: `${user.id}@example.org` } });
	});

	const keeper = { id: "keeper", name: "Zoe", email: "keeper@example.org", isAdministrator: true };
	const ada = { id: "ada", name: "Ada", email: "ada@example.org", isAdministrator: false };
	const grace = { id: "grace", name: "Grace", email: "grace@example.org", isAdministrator: false };

	it("are the administrator and whom they allowed, by name", async () => {
		expect(await listEditors(getDb())).toEqual([keeper]);
		expect(await addEditor(getDb(), "grace@example.org")).toEqual({ kind: "allowed", name: "Grace" });
		expect(await addEditor(getDb(), " Ada@Example.org ")).toEqual({ kind: "allowed", name: "Ada" });
		expect(await listEditors(getDb())).toEqual([keeper, ada, grace]);
	});

	it("are told where they might before, and stay what they are", async () => {
		await addEditor(getDb(), "ada@example.org");
		expect(await addEditor(getDb(), "ada@example.org")).toEqual({ kind: "already", name: "Ada" });
		expect(await addEditor(getDb(), "keeper@example.org")).toEqual({ kind: "already", name: "Zoe" });
		expect(await listEditors(getDb())).toEqual([keeper, ada]);
	});

	it("are never guests, nor who has not signed up", async () => {
		expect(await addEditor(getDb(), "guest@example.org")).toEqual({ kind: "unknown" });
		expect(await addEditor(getDb(), "nobody@example.org")).toEqual({ kind: "unknown" });
		expect(await listEditors(getDb())).toEqual([keeper]);
	});

	it("are so no more once they are disallowed; the administrator cannot be", async () => {
		await addEditor(getDb(), "ada@example.org");
		for (const id of ["ada", "keeper", "grace", "nobody"]) await removeEditor(getDb(), id);
		expect(await listEditors(getDb())).toEqual([keeper]);
		expect(await getDb().user.findUnique({ where: { id: "ada" } })).toMatchObject({ role: "VISITOR" });
	});
});
