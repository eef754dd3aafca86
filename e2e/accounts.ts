import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { enter } from "./seed-visitor";

export type Account = { readonly name: string; readonly email: string; readonly password: string };

/** Who signed up first, before any test: `server.ts` sees to it. The same person in every test, so leave them as they are. */
export const administrator: Account = {
	name: "Beatrice Keeper",
	email: "keeper@example.org",
	password: "keeps the light burning",
};

/** Somebody whom no other test knows. */
export function newAccount(): Account {
	const id = randomUUID();
	return { name: `Ada ${id.slice(0, 8)}`, email: `ada-${id}@example.org`, password: `correct horse ${id}` };
}

/** Makes an account of what the visitor of this page is; the page stays as it is until it goes elsewhere. */
export async function signUp(page: Page, account: Account): Promise<void> {
	await enter(page.request, "sign-up", account, test.info().project.use.baseURL ?? "");
}

/** The page stays as it is until it goes elsewhere. */
export async function signIn(page: Page, account: Account): Promise<void> {
	await enter(page.request, "sign-in", account, test.info().project.use.baseURL ?? "");
}

/** As a person does, for what the form or the page it leads to does beside signing up; ends on the watchlist. */
export async function signUpByForm(page: Page, account: Account): Promise<void> {
	await page.goto("/account/sign-up");
	await page.getByLabel("Name").fill(account.name);
	await submit(page, account, "Sign up");
}

/** As a person does; ends on the watchlist. */
export async function signInByForm(page: Page, account: Account): Promise<void> {
	await page.goto("/account/sign-in");
	await submit(page, account, "Sign in");
}

async function submit(page: Page, account: Account, button: "Sign in" | "Sign up"): Promise<void> {
	await page.getByLabel("Email").fill(account.email);
	await page.getByLabel("Password").fill(account.password);
	await page.getByRole("main").getByRole("button", { name: button, exact: true }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Watchlist" })).toBeVisible();
	await expect(page.getByRole("banner").getByRole("link", { name: account.name, includeHidden: true })).toBeAttached();
}
