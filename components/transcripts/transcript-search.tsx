"use client";

import { ChevronDown, ChevronUp } from "lucide";
import { IconButton } from "@/components/ui/icon-button";
import { formatCount } from "@/lib/text/format";

type Props = {
	query: string;
	/** How many places were found, and which of them is shown, from 0. */
	count: number;
	matchIndex: number;
	onQuery: (query: string) => void;
	onStep: (by: 1 | -1) => void;
};

/** Looks for words in the transcript: Enter goes to the next place, Shift+Enter to the one before. */
export function TranscriptSearch({ query, count, matchIndex, onQuery, onStep }: Props) {
	"use memo";
	const isSearching = query.trim() !== "";
	return (
		<search className="flex items-center gap-1">
			<input
				className="field min-w-0 flex-[1_1_8rem]"
				type="search"
				aria-label="Search the transcript"
				placeholder="Search the transcript"
				value={query}
				maxLength={200}
				onChange={(event) => onQuery(event.target.value)}
				onKeyDown={(event) => {
					if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
					event.preventDefault();
					onStep(event.shiftKey ? -1 : 1);
				}}
			/>
			<span className="text-[0.875rem] whitespace-nowrap text-ink-soft not-empty:px-2" role="status">
				{isSearching && (count === 0 ? "Not found" : `${formatCount(matchIndex + 1)} of ${formatCount(count)}`)}
			</span>
			{isSearching && (
				<>
					<IconButton icon={ChevronUp} label="Previous match" disabled={count === 0} onClick={() => onStep(-1)} />
					<IconButton icon={ChevronDown} label="Next match" disabled={count === 0} onClick={() => onStep(1)} />
				</>
			)}
		</search>
	);
}
