import autocannon from "autocannon";
import { quantile } from "./statistics";

export type Load = {
	/** Milliseconds from a request to the end of its answer. */
	readonly median: number;
	readonly p95: number;
	readonly perSecond: number;
	/** Of an answer, as it is sent. */
	readonly bytes: number;
};

const CONNECTIONS = 10;

/** Asks for a page over and over on ten connections, as browsers ask: compressed. Rejects where it is not all answered. */
export async function measureLoad(
	url: string,
	{ seconds, cookie }: { seconds: number; cookie?: string },
): Promise<Load> {
	const times: number[] = [];
	const sizes: number[] = [];
	const failures: string[] = [];
	const headers = { "accept-encoding": "gzip", ...(cookie && { cookie }) };
	const begin = performance.now();
	await new Promise<void>((resolve, reject) => {
		const instance = autocannon({ url, connections: CONNECTIONS, duration: seconds, headers }, (error) =>
			error ? reject(error) : resolve(),
		);
		instance.on("response", (_client, status, bytes, time) => {
			if (status !== 200) failures.push(`answered ${status}`);
			times.push(time);
			sizes.push(bytes);
		});
		instance.on("reqError", (error) => failures.push(String(error)));
	});
	const elapsed = (performance.now() - begin) / 1000;
	if (failures.length > 0) throw new Error(`${url}: ${failures.length} requests failed, the first ${failures[0]}`);
	return {
		median: quantile(times, 0.5),
		p95: quantile(times, 0.95),
		perSecond: times.length / elapsed,
		bytes: quantile(sizes, 0.5),
	};
}
