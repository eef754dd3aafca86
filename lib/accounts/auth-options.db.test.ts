import { betterAuth } from "better-auth";
import { beforeEach, expect, it } from "vitest";
import { baseUrl } from "@/lib/http/origin";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { createAuthOptions } from "./auth-options";

describeOnEachDatabase("who signs up or changes their account", (getDb) => {
	const password = "correct horse";

	/** Asks as a browser does. */
	async function post(path: string, body: unknown, cookie = "") {
		const headers = { "Content-Type": "application/json", Origin: new URL(baseUrl).origin, cookie };
		const request = new Request(`${baseUrl}/api/auth${path}`, { method: "POST", headers, body: JSON.stringify(body) });
		const response = await betterAuth(createAuthOptions(getDb())).handler(request);
		const { message } = (await response.json()) as { message?: string };
		const cookies = response.headers.getSetCookie().map((each) => each.split(";")[0]);
		return { status: response.status, message, cookie: cookies.join("; ") };
	}

	const stored = () => getDb().user.findMany({ select: { name: true, image: true } });

	beforeEach(async () => {
		await getDb().user.deleteMany();
	});

	it("is called what they say, in Unicode's composed form and trimmed", async () => {
		const signedUp = await post("/sign-up/email", { name: " Zoe\u0308 ", email: "zoe@example.org", password });
		expect([signedUp.status, await stored()]).toEqual([200, [{ name: "Zoë", image: null }]]);
		const changed = await post("/update-user", { name: " Zo Kühl", image: null }, signedUp.cookie);
		expect([changed.status, await stored()]).toEqual([200, [{ name: "Zo Kühl", image: null }]]);
	});

	it("has no name that is empty, too long or breaks the line, by no way in", async () => {
		const refusals: [unknown, string][] = [
			["", "Give a name."],
			["x".repeat(50_000), "Use at most 80 characters."],
			["Ada\u202Enimda", "Use characters that can be read, on one line."],
		];
		for (const [name, message] of refusals) {
			const refused = await post("/sign-up/email", { name, email: "ada@example.org", password });
			expect([refused.status, refused.message]).toEqual([400, message]);
		}
		expect(await stored()).toEqual([]);
		for (const [path, body] of [
			["/sign-up/email", { name: "Ada", email: "ada@example.org", password }],
			["/sign-in/anonymous", {}],
		] as const) {
			const { cookie } = await post(path, body);
			for (const [name, message] of [...refusals, [null, "Give a name."], [{ a: 1 }, "Give a name."]]) {
				const refused = await post("/update-user", { name }, cookie);
				expect([refused.status, refused.message]).toEqual([400, message]);
			}
		}
		expect((await stored()).map(({ name }) => name).sort()).toEqual(["Ada", "Guest"]);
	});

	it("has no picture, by no way in", async () => {
		const image = "https://elsewhere.example/pixel.png";
		const signUp = { name: "Ada", email: "ada@example.org", password };
		const refused = await post("/sign-up/email", { ...signUp, image });
		expect([refused.status, refused.message]).toEqual([400, "Accounts have no picture."]);
		const { cookie } = await post("/sign-up/email", signUp);
		const changed = await post("/update-user", { image }, cookie);
		expect([changed.status, changed.message]).toEqual([400, "Accounts have no picture."]);
		expect(await stored()).toEqual([{ name: "Ada", image: null }]);
	});
});
