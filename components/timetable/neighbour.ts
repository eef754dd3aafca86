import type { Timetable } from "@/lib/talks/timetable";

/**
 * The talk next to another, by their indices, in the direction of an arrow key, Home or End; null where there is none. To
 * the sides, that of the nearest room which is on at the same time, or else begins nearest to it.
 */
export function neighbourOf({ columns }: Timetable, talk: number, key: string): number | null {
	const talksIn = (index: number) => columns[index]?.segments.filter((segment) => segment.talk !== null) ?? [];
	const column = columns.findIndex(({ segments }) => segments.some((segment) => segment.talk === talk));
	const columnTalks = talksIn(column);
	const at = columnTalks.findIndex((segment) => segment.talk === talk);
	const current = columnTalks[at];
	if (!current) return null;
	switch (key) {
		case "ArrowUp":
			return columnTalks[at - 1]?.talk ?? null;
		case "ArrowDown":
			return columnTalks[at + 1]?.talk ?? null;
		case "Home":
			return columnTalks[0]?.talk ?? null;
		case "End":
			return columnTalks.at(-1)?.talk ?? null;
		case "ArrowLeft":
		case "ArrowRight": {
			const by = key === "ArrowLeft" ? -1 : 1;
			for (let index = column + by; index >= 0 && index < columns.length; index += by) {
				const same = talksIn(index).find(
					({ row, span }) => row < current.row + current.span && current.row < row + span,
				);
				if (same) return same.talk;
			}
			const adjacentTalks = talksIn(column + by);
			const nearest = adjacentTalks.toSorted(
				(a, b) => Math.abs(a.row - current.row) - Math.abs(b.row - current.row),
			)[0];
			return nearest?.talk ?? null;
		}
		default:
			return null;
	}
}
