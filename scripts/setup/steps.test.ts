import { expect, test } from "vitest";
import { ahead, step, UP_TO_DATE } from "./steps.mjs";

/** What steps write to a stream that is no terminal, with the seconds as N. */
async function written(done: string, isQuiet: boolean): Promise<string> {
	let text = "";
	const out = { isTTY: false, write: (part: string) => (text += part) } as unknown as NodeJS.WriteStream;
	await step("Packages", async () => done, { out, isQuiet });
	return text.replaceAll(/\d+\.\d/g, "N");
}

test("a step is a line with how long it took, and what else it has to say below", async () => {
	expect([await written("installed", false), await written("17 talks\nMore: npm run import", false)]).toEqual([
		"Packages     installed (N s)\n",
		"Packages     17 talks (N s)\n             More: npm run import\n",
	]);
});

test("a quiet step speaks only of what it did", async () => {
	expect([await written(UP_TO_DATE, true), await written("installed", true), await written(UP_TO_DATE, false)]).toEqual(
		["", "Packages     installed (N s)\n", "Packages     up to date (N s)\n"],
	);
});

test("work that was begun ahead goes on, and tells how far it is from when its step is due", async () => {
	const told: string[] = [];
	let goOn = () => {};
	const work = ahead(async (progress) => {
		progress("compiling");
		await new Promise<void>((resolve) => {
			goOn = resolve;
		});
		progress("nearly done");
		return "compiled";
	});
	const done = work((doing) => told.push(doing));
	goOn();
	expect([await done, told]).toEqual(["compiled", ["compiling", "nearly done"]]);
});

test("work that failed ahead of its step fails the step", async () => {
	const work = ahead(async () => {
		throw new Error("no compiler");
	});
	await Promise.resolve();
	await expect(work(() => {})).rejects.toThrow("no compiler");
});
