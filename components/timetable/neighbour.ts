import type { Timetable } from "@/lib/talks/timetable";

/**
 * The place of the talk next to that of `place`, `COLUMN-ROW`, in the direction of an arrow key, Home or End; null where
 * there is none. To the sides, that of the nearest room which is on at the same time, or else begins nearest to it.
 */
export function neighbourOf({ columns }: Timetable, place: string, key: string): string | null {
	const [column = 0, row = 0] = place.split("-").map(Number);
	const talksIn = (index: number) => columns[index]?.segments.filter(({ talk }) => talk !== null) ?? [];
	const own = talksIn(column);
	const at = own.findIndex((segment) => segment.row === row);
	const here = own[at];
	if (!here) return null;
	const placeOf = (index: number, found: { readonly row: number } | undefined) =>
		found ? `${index}-${found.row}` : null;
	switch (key) {
		case "ArrowUp":
			return placeOf(column, own[at - 1]);
		case "ArrowDown":
			return placeOf(column, own[at + 1]);
		case "Home":
			return placeOf(column, own[0]);
		case "End":
			return placeOf(column, own.at(-1));
		case "ArrowLeft":
		case "ArrowRight": {
			const by = key === "ArrowLeft" ? -1 : 1;
			for (let index = column + by; index >= 0 && index < columns.length; index += by) {
				const talks = talksIn(index);
				const same = talks.find(
					(segment) => segment.row < here.row + here.span && here.row < segment.row + segment.span,
				);
				if (same) return placeOf(index, same);
			}
			const beside = talksIn(column + by);
			const nearest = beside.toSorted((a, b) => Math.abs(a.row - here.row) - Math.abs(b.row - here.row))[0];
			return placeOf(column + by, nearest);
		}
		default:
			return null;
	}
}
