import { Menu } from "@/components/ui/popover";
import * as paths from "@/lib/urls/paths";

/** Where else there is to go. How things look is chosen here too, once script is there: see appearance.tsx. */
export function SiteMenu() {
	return (
		<Menu id="site-menu">
			<nav aria-label="More">
				<a href="/">Conferences</a>
				<a href={paths.topics()}>Topics</a>
				<a href="/watchlist/statistics">Statistics</a>
				<a href={paths.watchlistCalendar()}>Calendar</a>
				<a href={paths.exportPage()}>Export</a>
				<a href={paths.accountData()}>Your data</a>
				<a href="/account">Account</a>
			</nav>
			<div data-appearance="" />
		</Menu>
	);
}
