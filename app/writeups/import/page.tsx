import type { Metadata } from "next";
import { PageHead } from "@/components/ui/page-head";
import { ImportPost } from "@/components/writeups/import/import-post";
import * as paths from "@/lib/urls/paths";

export const metadata: Metadata = { title: "Import a post", robots: { index: false } };

export default function ImportPostPage() {
	return (
		<>
			<PageHead title="Import a post" crumbs={[{ name: "Write-ups", href: paths.writeUps() }]}>
				<p className="mt-1 max-w-prose text-ink-soft">
					A post that you wrote about talks becomes a write-up: headings its sections, links its talks, lists of key
					takeaways your notes.
				</p>
			</PageHead>
			<div className="max-w-3xl">
				<ImportPost />
			</div>
		</>
	);
}
