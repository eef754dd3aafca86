"use client";

import { Star } from "lucide";
import { useId } from "react";
import { Icon } from "@/components/ui/icon";

const NAMES = ["1 star", "2 stars", "3 stars", "4 stars", "5 stars"] as const;

type StarsProps = {
	/** Of the talk. */
	title: string;
	/** 1 to 5. */
	stars: number | null;
	/** Whether it is saved, in words. */
	status: string;
	onRate: (stars: number | null) => void;
};

/** A rating of 1 to 5 stars: radio buttons that look like stars. */
export function Stars({ title, stars, status, onRate }: StarsProps) {
	const name = useId();
	return (
		<fieldset className="stars" aria-label={`Your rating of ${title}`}>
			{NAMES.map((label, index) => (
				<label key={label} title={label} data-on={stars !== null && index < stars ? "" : undefined}>
					<input
						type="radio"
						name={name}
						aria-label={label}
						checked={stars === index + 1}
						onChange={() => onRate(index + 1)}
					/>
					<Icon icon={Star} />
				</label>
			))}
			{stars !== null && (
				<button className="link min-h-11 px-2 text-sm" type="button" onClick={() => onRate(null)}>
					No rating
				</button>
			)}
			<span role="status" className="text-sm text-ink-soft">
				{status}
			</span>
		</fieldset>
	);
}
