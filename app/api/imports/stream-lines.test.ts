import { expect, it, vi } from "vitest";
import { ScheduleError } from "@/lib/schedule/schedule-error";
import { streamLines } from "./stream-lines";

const converting = (done: number) => ({ progress: { phase: "converting", done, total: 3 } }) as const;

const linesOf = async (response: Response) =>
	(await response.text())
		.trimEnd()
		.split("\n")
		.map((line) => JSON.parse(line) as unknown);

it("answers each phase and its end, and leaves out what comes too soon to be read", async () => {
	const { response } = streamLines(async (send) => {
		send({ progress: { phase: "reading" } });
		for (const done of [0, 1, 2, 3]) send(converting(done));
		send({ problem: "Enough." });
	});
	expect(response.headers.get("Content-Type")).toBe("application/x-ndjson");
	expect(await linesOf(response)).toEqual([
		{ progress: { phase: "reading" } },
		converting(0),
		converting(3),
		{ problem: "Enough." },
	]);
});

it("says in one sentence what was wrong, and nothing of what is nobody's business", async () => {
	const schedule = streamLines(() => Promise.reject(new ScheduleError("The file is empty.")));
	expect(await linesOf(schedule.response)).toEqual([{ problem: "The file is empty." }]);

	const logged = vi.spyOn(console, "error").mockImplementation(() => {});
	const secret = streamLines(() => Promise.reject(new Error("no such column: password")));
	expect(await linesOf(secret.response)).toEqual([
		{ problem: "Something went wrong here, and nothing was changed. Try again in a moment." },
	]);
	expect(logged).toHaveBeenCalledOnce();
	logged.mockRestore();
});

it("goes on with the work, and says when it is over, where nobody listens any more", async () => {
	let finish = () => {};
	const mayFinish = new Promise<void>((resolve) => {
		finish = resolve;
	});
	const done: string[] = [];
	const { response, isDone } = streamLines(async (send) => {
		await mayFinish;
		send(converting(3));
		done.push("imported");
	});
	await response.body?.cancel();
	finish();
	await isDone;
	expect(done).toEqual(["imported"]);
});
