/** What a timetable has to know of a talk. */
export type TimetableTalk = {
	/** Milliseconds since 1970. */
	readonly start: number;
	/** Minutes. */
	readonly duration: number;
	/** Index of its room; -1 for none. */
	readonly room: number;
};

/** A stretch of a column: a talk, by its index, or nothing. */
export type Segment = { readonly talk: number | null; readonly row: number; readonly span: number };

/** Rooms beside each other, times below each other. */
export type Timetable = {
	/** When the first row begins, in milliseconds since 1970: at a full or half hour. */
	readonly start: number;
	/** Minutes of a row. */
	readonly step: number;
	readonly rowCount: number;
	/** In the order of the rooms; a room in which talks overlap has several. */
	readonly columns: readonly { readonly room: number; readonly segments: readonly Segment[] }[];
};

const MINUTE = 60_000;
/** Minutes between times that are named. */
export const LABEL_STEP = 30;
/** So long after the last talk has begun, a day is over, whatever an exhibition of weeks says. */
const MAX_MINUTES = 24 * 60;
/** Finer rows could not be told apart. */
const MIN_STEP = 5;

/**
 * The timetable of talks, which begin and end with rows: what does not is widened to the rows that it touches. One that goes
 * on for more than a day after the last has begun is cut there.
 */
export function createTimetable(talks: readonly TimetableTalk[], rooms: readonly number[]): Timetable {
	if (talks.length === 0) return { start: 0, step: LABEL_STEP, rowCount: 0, columns: [] };
	const first = Math.min(...talks.map(({ start }) => start));
	const start = Math.floor(first / (LABEL_STEP * MINUTE)) * LABEL_STEP * MINUTE;
	const minutes = talks.map((talk) => (talk.start - start) / MINUTE);
	const step = Math.max(
		MIN_STEP,
		[...minutes, ...talks.map(({ duration }) => duration)].reduce(
			(a, b) => greatestCommonDivisor(a, Math.round(b)),
			LABEL_STEP,
		),
	);
	const end = Math.max(...minutes) + MAX_MINUTES;
	const blocks = talks.map(({ duration, room }, talk) => {
		const from = minutes[talk] ?? 0;
		const row = Math.floor(from / step);
		return { talk, room, row, span: Math.max(1, Math.ceil(Math.min(from + duration, end) / step) - row) };
	});
	const last = Math.max(...blocks.map(({ row, span }) => row + span));
	const rowsOfLabel = LABEL_STEP / step;
	const rowCount = Math.ceil(last / rowsOfLabel) * rowsOfLabel;
	return {
		...{ start, step, rowCount },
		columns: [...rooms, -1].flatMap((room) =>
			assignLanes(blocks.filter((each) => each.room === room)).map((lane) => ({
				room,
				segments: fillGaps(lane, rowCount),
			})),
		),
	};
}

type Block = { readonly talk: number; readonly row: number; readonly span: number };

/** Talks of one room in as few lanes as keep them apart, earlier ones further left. */
function assignLanes(blocks: readonly Block[]): Block[][] {
	const lanes: Block[][] = [];
	for (const each of blocks.toSorted((a, b) => a.row - b.row || b.span - a.span || a.talk - b.talk)) {
		const free = lanes.find((lane) => {
			const last = lane.at(-1);
			return !last || last.row + last.span <= each.row;
		});
		if (free) free.push(each);
		else lanes.push([each]);
	}
	return lanes;
}

function fillGaps(lane: readonly Block[], rowCount: number): Segment[] {
	const segments: Segment[] = [];
	let row = 0;
	for (const { talk, row: from, span } of lane) {
		if (from > row) segments.push({ talk: null, row, span: from - row });
		segments.push({ talk, row: from, span });
		row = from + span;
	}
	if (row < rowCount) segments.push({ talk: null, row, span: rowCount - row });
	return segments;
}

function greatestCommonDivisor(a: number, b: number): number {
	return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
