/** Stars that were given, 1 to 5. */
export function StarRating({ stars }: { stars: number }) {
	return (
		<span>
			<span aria-hidden="true" className="text-must-see">
				{"★".repeat(stars)}
				<span className="opacity-40">{"★".repeat(5 - stars)}</span>
			</span>
			<span className="sr-only">{`Rated ${stars} of 5`}</span>
		</span>
	);
}
