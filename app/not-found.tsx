import { Compass } from "lucide";
import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
	return (
		<div className="pt-8">
			<h1 className="sr-only">Not found</h1>
			<EmptyState icon={Compass} title="There is nothing at this address.">
				<p className="text-ink-soft">The talk or conference may have moved, or the address has a typing error.</p>
				<a className="button" href="/">
					All conferences
				</a>
			</EmptyState>
		</div>
	);
}
