import { betterAuth } from "better-auth";
import { beforeEach, expect, it, vi } from "vitest";
import { providerOfClient } from "@/lib/db/client";
import { baseUrl } from "@/lib/http/origin";
import { deferred } from "@/lib/testing/deferred";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { ensureAdministrator } from "./administrator";
import { createAuthOptions } from "./auth-options";

describeOnEachDatabase("the administrator", (getDb) => {
	const auth = () => betterAuth(createAuthOptions(getDb()));

	beforeEach(async () => {
		await getDb().user.deleteMany();
	});

	const post = (path: string, body: object, cookie = "") => {
		const headers = { "Content-Type": "application/json", Origin: baseUrl, ...(cookie && { Cookie: cookie }) };
		const url = new URL(`/api/auth${path}`, baseUrl);
		return auth().handler(new Request(url, { method: "POST", headers, body: JSON.stringify(body) }));
	};
	const signUp = (name: string, more: object = {}, cookie = "") =>
		post("/sign-up/email", { name, email: `${name}@example.org`, password: "correct horse", ...more }, cookie);
	const cookieOf = (response: Response) =>
		response.headers
			.getSetCookie()
			.map((header) => header.split(";")[0])
			.join("; ");
	const roles = async () => {
		const users = await getDb().user.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
		return users.map(({ name, role }) => [name, role]);
	};

	/** Until so many transactions wait for others. SQLite's have nothing to wait in: they begin one after the other. */
	async function areWaiting(count: number): Promise<void> {
		if (providerOfClient(getDb()) === "sqlite") return;
		await vi.waitUntil(async () => {
			const waiting = await getDb().$queryRaw<unknown[]>`
				SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
			return waiting.length >= count;
		});
	}

	it("is who signs up first, and nobody after them", async () => {
		for (const name of ["ada", "grace", "mary"]) expect((await signUp(name)).status).toBe(200);
		expect(await roles()).toEqual([
			["ada", "ADMINISTRATOR"],
			["grace", "VISITOR"],
			["mary", "VISITOR"],
		]);
	});

	it("is no guest, however early, until that guest signs up", async () => {
		const guest = await post("/sign-in/anonymous", {});
		expect(await roles()).toEqual([["Guest", "VISITOR"]]);
		await signUp("ada", {}, cookieOf(guest));
		expect(await roles()).toEqual([["ada", "ADMINISTRATOR"]]);
	});

	it("is one where many sign up at once", async () => {
		const names = Array.from({ length: 8 }, (_, number) => `ada${number}`);
		const answers = await Promise.all(names.map((name) => signUp(name)));
		expect(answers.map(({ status }) => status)).toEqual(names.map(() => 200));
		const found = (await roles()).map(([, role]) => role).sort();
		expect(found).toEqual(["ADMINISTRATOR", ...Array(7).fill("VISITOR")]);
	});

	it("is one where somebody is found to be the first, and then somebody is who was before them", async () => {
		const create = (name: string, createdAt: string) =>
			getDb().user.create({ data: { id: name, name, email: `${name}@example.org`, createdAt } });
		await create("grace", "2026-01-31T09:00:00Z");
		const held = deferred();
		const released = deferred();
		// Whoever writes Grace's account waits for this.
		const holding = getDb().$transaction(async (tx) => {
			await tx.user.update({ where: { id: "grace" }, data: { email: "g@example.org" } });
			held.resolve();
			await released.promise;
		});
		await held.promise;
		const deciding = ensureAdministrator(getDb());
		await areWaiting(1);
		const decidingAgain = create("ada", "2026-01-31T08:00:00Z").then(() => ensureAdministrator(getDb()));
		await areWaiting(2);
		released.resolve();
		await Promise.all([holding, deciding, decidingAgain]);
		expect(await getDb().user.count({ where: { role: "ADMINISTRATOR" } })).toBe(1);
	});

	it("is the oldest account where there were some before anybody administered, once somebody signs in", async () => {
		for (const name of ["ada", "grace"]) await signUp(name);
		await getDb().user.updateMany({ data: { role: "VISITOR" } });
		await post("/sign-in/email", { email: "grace@example.org", password: "correct horse" });
		expect(await roles()).toEqual([
			["ada", "ADMINISTRATOR"],
			["grace", "VISITOR"],
		]);
	});

	it("cannot be claimed by what is sent on signing up, or on changing one's account", async () => {
		await signUp("ada");
		const grasping = await signUp("grace", { role: "ADMINISTRATOR", isAnonymous: true });
		const { status } = await signUp("mary");
		expect(status).toBe(200);
		const cookie = cookieOf(grasping) || cookieOf(await signUp("grace"));
		await post("/update-user", { role: "ADMINISTRATOR" }, cookie);
		await post("/update-user", { name: "grace", role: "EDITOR" }, cookie);
		expect((await roles()).filter(([, role]) => role !== "VISITOR")).toEqual([["ada", "ADMINISTRATOR"]]);
		expect((await roles()).map(([name]) => name)).toContain("grace");
	});
});
