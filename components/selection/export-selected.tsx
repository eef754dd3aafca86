import { Download } from "lucide";
import { Icon } from "@/components/ui/icon";
import * as paths from "@/lib/talks/paths";

/** To where the notes on them are exported. A form, since an address cannot name hundreds by itself. */
export function ExportSelected({ talkIds }: { talkIds: readonly number[] }) {
	return (
		<form method="post" action={paths.exportTalks()} className="selection-group">
			<input type="hidden" name="talk" value={talkIds.join()} />
			<button className="button" type="submit">
				<Icon icon={Download} /> Export
			</button>
		</form>
	);
}
