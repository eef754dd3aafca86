import { Download } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { ExportBoard } from "@/components/writeups/export/export-board";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import * as paths from "@/lib/urls/paths";
import { prepareExport } from "@/lib/writeups/export/prepare";
import { isSettingName } from "@/lib/writeups/export/settings-params";

export const metadata: Metadata = { title: "Export", robots: { index: false } };

/** Params of an address that names its talks or a write-up, all of which are taken along. */
const SELECTION_PARAMS = ["talk", "talks", "watchlist", "writeup"];

export default async function ExportPage({ searchParams }: PageProps<"/export">) {
	const [query, visitor] = await Promise.all([
		searchParams,
		headers().then((each) => currentVisitor(each, { isPage: true })),
	]);
	const params = new URLSearchParams(
		Object.entries(query).flatMap(([name, values = []]) => [values].flat().map((value) => [name, value])),
	);
	const prepared = await prepareExport(db, visitor?.id ?? null, params);
	if ("problem" in prepared) return notFound();
	const scope = new URLSearchParams([...params].filter(([name]) => !isSettingName(name)));
	const hasSelection = SELECTION_PARAMS.some((name) => params.has(name));
	const isMarkedIncluded = params.get("include") === "marked";
	return (
		<>
			<PageHead title="Export">
				<p className="mt-1 text-ink-soft">{prepared.content.title}</p>
			</PageHead>
			{prepared.talks.length === 0 && !prepared.isWriteUp ? (
				<EmptyState icon={Download} title="There is nothing to export here yet.">
					<p className="text-ink-soft">Write a note on a talk, and it goes along.</p>
					{!hasSelection && !isMarkedIncluded && (
						<a className="button" href={paths.exportPage(new URLSearchParams([...params, ["include", "marked"]]))}>
							Take the talks that I marked
						</a>
					)}
				</EmptyState>
			) : (
				<ExportBoard
					key={scope.toString()}
					scope={scope.toString()}
					settings={prepared.settings}
					isWriteUp={prepared.isWriteUp}
					canIncludeMarked={!hasSelection}
					isKnown={visitor !== null}
				/>
			)}
			<p className="mt-8 text-ink-soft">
				To move to another Talkshelf, or to keep everything:{" "}
				<a className="link" href={paths.accountData()}>
					back up all of your data
				</a>
			</p>
		</>
	);
}
