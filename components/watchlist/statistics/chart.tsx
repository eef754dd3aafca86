import type { ReactNode } from "react";

type Props = {
	id: string;
	title: string;
	/** What has to be known to read it. */
	children?: ReactNode;
	/** What the drawing shows, in a sentence. */
	label: string;
	draw: (size: "narrow" | "wide") => string;
	table: ReactNode;
	/** Stands below both. */
	more?: ReactNode;
};

/** A drawing with the numbers as a table beside it. Phones get a drawing of their own, with texts as large. */
export function Chart({ id, title, children, label, draw, table, more }: Props) {
	return (
		<section aria-labelledby={id} className="card mb-6 break-inside-avoid p-4 sm:p-6">
			<h2 id={id} className="text-xl font-bold">
				{title}
			</h2>
			{children && <div className="mt-1 max-w-prose text-ink-soft">{children}</div>}
			<div className="mt-4 grid gap-x-10 gap-y-6 lg:grid-cols-[3fr_2fr]">
				<div role="img" aria-label={label} className="max-w-150">
					<Drawing svg={draw("narrow")} className="sm:hidden" />
					<Drawing svg={draw("wide")} className="max-sm:hidden" />
				</div>
				<div className="min-w-0">{table}</div>
			</div>
			{more}
		</section>
	);
}

function Drawing({ svg, className }: { svg: string; className: string }) {
	// biome-ignore lint/security/noDangerouslySetInnerHtml: the library that draws it escapes every text; see draw.test.ts.
	return <div className={className} dangerouslySetInnerHTML={{ __html: svg }} />;
}
