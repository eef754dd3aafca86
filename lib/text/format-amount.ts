import { formatCount } from "./format";

/** "1 mark", "1,079 notes". */
export function formatAmount(count: number, one: string, many: string): string {
	return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** "1 talk", "1,079 talks". */
export function formatTalkCount(count: number): string {
	return formatAmount(count, "talk", "talks");
}
