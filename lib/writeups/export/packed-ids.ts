/**
 * Ids as few letters of an address: in order, each by how much it is more than the one before (in base 36, `.` between),
 * and runs by their length after `-`: `4-2.a` is 4, 5, 6 and 16. `unpackIds` reads it back.
 */
export function packIds(ids: readonly number[]): string {
	const sorted = [...new Set(ids)].sort((a, b) => a - b);
	const parts: string[] = [];
	let last = 0;
	for (let index = 0; index < sorted.length; index++) {
		const first = sorted[index] ?? 0;
		let run = 0;
		while (sorted[index + 1] === first + run + 1) {
			run++;
			index++;
		}
		parts.push((first - last).toString(36) + (run > 0 ? `-${run.toString(36)}` : ""));
		last = first + run;
	}
	return parts.join(".");
}

/** At most `most` ids; what is not written so ends them. */
export function unpackIds(packed: string, limit: number): number[] {
	const ids: number[] = [];
	let last = 0;
	for (const part of packed.split(".")) {
		const [, step, run = "0"] = /^([0-9a-z]{1,6})(?:-([0-9a-z]{1,4}))?$/.exec(part) ?? [];
		if (step === undefined) break;
		const first = last + Number.parseInt(step, 36);
		last = first + Number.parseInt(run, 36);
		for (let id = first; id <= last && ids.length < limit; id++) ids.push(id);
		if (ids.length >= limit) break;
	}
	return ids;
}
