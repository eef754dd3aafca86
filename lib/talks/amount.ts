import { formatCount } from "./format";

/** "1 mark", "1,079 notes". */
export function formatAmount(count: number, one: string, many: string): string {
	return `${formatCount(count)} ${count === 1 ? one : many}`;
}
