"use client";

import { TriangleAlert } from "lucide";
import { EmptyState } from "@/components/ui/empty-state";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
	return (
		<div className="pt-8">
			<h1 className="sr-only">Something went wrong</h1>
			<EmptyState icon={TriangleAlert} title="Something went wrong on our side.">
				<p className="text-ink-soft">What you marked and wrote is kept. Try again in a moment.</p>
				<button className="button" type="button" onClick={reset}>
					Try again
				</button>
			</EmptyState>
		</div>
	);
}
