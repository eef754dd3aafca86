import { Download } from "lucide";
import { Icon } from "@/components/ui/icon";
import * as paths from "@/lib/talks/paths";

/** The notes on them as a Markdown file. A form, since an address cannot name hundreds. */
export function ExportSelected({ talkIds }: { talkIds: readonly number[] }) {
	return (
		<form method="post" action={paths.exportMarkdown()} className="selection-group">
			<input type="hidden" name="talk" value={talkIds.join()} />
			<button className="button" type="submit">
				<Icon icon={Download} /> Export
			</button>
		</form>
	);
}
