"use client";

/** Stands where even the frame of all pages could not be drawn; Next's own weighs two kilobytes on every page. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
	return (
		<html lang="en">
			<body style={{ fontFamily: "sans-serif", margin: "20vh auto", maxWidth: "30rem", padding: "1rem" }}>
				<h1>Something went wrong on our side.</h1>
				<p>What you marked and wrote is kept. Try again in a moment.</p>
				<button type="button" onClick={reset}>
					Try again
				</button>
			</body>
		</html>
	);
}
