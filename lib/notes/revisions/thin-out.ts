/** So many revisions of one note are kept. */
export const MAX_REVISIONS = 100;

/**
 * Which of a note's revisions goes when there are too many: the one whose neighbours are nearest to each other in time,
 * so that what is left is spread over all the time that was written. The oldest and the newest stay.
 * @param savedAt When each was saved, oldest first.
 * @returns Its index; null where there are none between the oldest and the newest.
 */
export function findLeastUsefulIndex(savedAt: readonly Date[]): number | null {
	let least: number | null = null;
	let shortest = Number.POSITIVE_INFINITY;
	for (let index = 1; index < savedAt.length - 1; index++) {
		const before = savedAt[index - 1]?.getTime() ?? 0;
		const after = savedAt[index + 1]?.getTime() ?? 0;
		if (after - before < shortest) {
			least = index;
			shortest = after - before;
		}
	}
	return least;
}
