import { LayoutGrid, List } from "lucide";
import { Icon } from "@/components/ui/icon";
import * as paths from "@/lib/urls/paths";

type Props = { conference: string; day: string; activeView: "list" | "timetable" };

/** The two ways to see a day. */
export function DayViews({ conference, day, activeView }: Props) {
	const current = (view: Props["activeView"]) => (view === activeView ? "page" : undefined);
	return (
		<nav aria-label="View" className="ways mx-0 print:hidden">
			<a href={paths.day(conference, day)} aria-current={current("list")}>
				<Icon icon={List} /> List
			</a>
			<a href={paths.timetable(conference, day)} aria-current={current("timetable")}>
				<Icon icon={LayoutGrid} /> Timetable
			</a>
		</nav>
	);
}
