import { betterAuth } from "better-auth";
import { beforeAll, expect, it, vi } from "vitest";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { clientAddress, parseTrustedProxies } from "./client-address";

describeOnEachDatabase("who comes too often", (getDb) => {
	let makeAuth: () => ReturnType<typeof betterAuth>;

	beforeAll(async () => {
		vi.stubEnv("NODE_ENV", "production");
		vi.stubEnv("RATE_LIMIT", "");
		vi.stubEnv("AUTH_SECRET", "of this test alone, and long enough to be one");
		vi.resetModules();
		// What the suite on another database counted.
		vi.stubGlobal("talkshelfAttempts", undefined);
		const { createAuthOptions: authOptions } = await import("./auth-options");
		makeAuth = () => betterAuth(authOptions(getDb())) as unknown as ReturnType<typeof betterAuth>;
		return () => {
			vi.unstubAllEnvs();
			vi.unstubAllGlobals();
		};
	});

	/** What the server makes of a request before anything else sees it. */
	const from = (peer: string, forwarded: string, proxies = "") => ({
		"x-forwarded-for": clientAddress(peer, forwarded, parseTrustedProxies(proxies)),
	});

	it("cannot sign up more often for an address that was made up", async () => {
		const auth = makeAuth();
		const signUp = async (headers: Record<string, string>) => {
			const init = { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body: "{}" };
			return (await auth.handler(new Request("http://localhost:3000/api/auth/sign-up/email", init))).status;
		};
		const statuses: number[] = [];
		for (let n = 0; n < 62; n++) statuses.push(await signUp(from("198.51.100.7", `203.0.113.${n}`)));
		expect(statuses.map((status) => status === 429)).toEqual([...Array(60).fill(false), true, true]);
		// What is behind a proxy counts by itself.
		expect(await signUp(from("198.51.100.7", "203.0.113.1", "198.51.100.7"))).not.toBe(429);
		expect(await signUp(from("198.51.100.8", ""))).not.toBe(429);
	});

	it("starts as a guest sixty times a minute from one network, and others still can", async () => {
		const { api } = makeAuth() as unknown as {
			api: { signInAnonymous(of: { headers: Headers }): Promise<unknown> };
		};
		const start = (peer: string) =>
			api.signInAnonymous({ headers: new Headers(from(peer, "6.6.6.6")) }).then(
				() => 200,
				(error: { statusCode: number }) => error.statusCode,
			);
		const before = await getDb().user.count();
		const statuses: number[] = [];
		for (let n = 0; n < 61; n++) statuses.push(await start(`2001:db8:1:2::${n.toString(16)}`));
		expect(statuses).toEqual([...Array(60).fill(200), 429]);
		expect(await start("2001:db8:1:3::1")).toBe(200);
		expect(await start("192.0.2.1")).toBe(200);
		expect((await getDb().user.count()) - before).toBe(62);
	});
});
