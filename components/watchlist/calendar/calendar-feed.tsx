import { CalendarPlus, ExternalLink } from "lucide";
import { Icon } from "@/components/ui/icon";
import * as paths from "@/lib/urls/paths";
import type { FeedUrls } from "@/lib/watchlist/calendar/feed";
import { FEED_LABELS, FEED_MARKS, type FeedMarks } from "@/lib/watchlist/calendar/feed";
import { CopyField } from "./copy-field";

type Props = {
	urls: FeedUrls;
	marks: FeedMarks;
	isGuest: boolean;
	/** What was just done. */
	done: unknown;
	actions: { readonly renew: () => Promise<void>; readonly switchOff: () => Promise<void> };
};

const DONE: Readonly<Record<string, string>> = {
	on: "Your private address is ready.",
	renewed: "Renewed: the old address no longer works. Subscribe to this one.",
};

/** A private address: which talks it gives, the ways into calendars, and its end. */
export function CalendarOn({ urls, marks, isGuest, done, actions }: Props) {
	const message = typeof done === "string" ? DONE[done] : undefined;
	return (
		<>
			{message && (
				<p role="status" className="mb-3 font-semibold">
					{message}
				</p>
			)}
			<nav aria-label="Talks in the calendar" className="tabs mb-4">
				{FEED_MARKS.map((each) => (
					<a
						key={each}
						href={`${paths.watchlistCalendar()}?marks=${each}`}
						aria-current={each === marks ? "page" : undefined}
					>
						{FEED_LABELS[each]}
					</a>
				))}
			</nav>
			<CopyField label="Private address" value={urls.plain} />
			<p className="mt-2 mb-4 max-w-prose text-sm text-ink-soft">
				Whoever knows this address can read these talks, so give it to your calendars only. It needs no sign-in.
			</p>
			{isGuest && <GuestNotice />}
			<p className="flex flex-wrap gap-2">
				<a className="button-primary" href={urls.webcal}>
					<Icon icon={CalendarPlus} /> Open in a calendar app
				</a>
				<a className="button" href={urls.google} target="_blank" rel="noreferrer">
					<Icon icon={ExternalLink} /> Add to Google Calendar
				</a>
			</p>
			<p className="mt-3 max-w-prose text-sm text-ink-soft">
				Apple Calendar, Thunderbird and Outlook ask as often as you tell them, once an hour if they follow our advice;
				Google Calendar asks when it likes, which may be once a day.
				{urls.isLocal && " Only this machine knows the address above, so Google cannot ask it at all."}
			</p>
			<div className="mt-6 grid gap-2">
				<ConfirmDetails
					summary="Renew the address"
					message="The old address stops at once, in every calendar that asks it. You then subscribe to the new one."
					button="Renew it now"
					action={actions.renew}
				/>
				<ConfirmDetails
					summary="Switch off"
					message="The address stops at once, and never comes back: another time you get another one."
					button="Switch it off now"
					action={actions.switchOff}
				/>
			</div>
		</>
	);
}

type ConfirmDetailsProps = { summary: string; message: string; button: string; action: () => Promise<void> };

/** Something that cannot be undone: opened first, then pressed. Needs no script. */
function ConfirmDetails({ summary, message, button, action }: ConfirmDetailsProps) {
	return (
		<details className="card px-4">
			<summary className="py-2.5 font-medium hover:text-accent">{summary}</summary>
			<form action={action} className="pb-4">
				<p className="mb-3 max-w-prose text-ink-soft">{message}</p>
				<button className="button" type="submit">
					{button}
				</button>
			</form>
		</details>
	);
}

/** What a guest has to know of a private address. */
function GuestNotice() {
	return (
		<p className="mb-3 max-w-prose text-ink-soft">
			You are a guest: the address lives as long as this browser knows you, and nobody can find it again after that.{" "}
			<a className="link" href="/account/sign-up">
				Sign up
			</a>{" "}
			and it stays the same.
		</p>
	);
}

type CalendarOffProps = {
	isGuest: boolean;
	/** What was just done. */
	done: unknown;
	switchOn: () => Promise<void>;
};

/** No private address yet, and the button that makes it. */
export function CalendarOff({ isGuest, done, switchOn }: CalendarOffProps) {
	return (
		<>
			{done === "off" && (
				<p role="status" className="mb-3 font-semibold">
					Switched off: the address no longer works.
				</p>
			)}
			<p className="mb-3 max-w-prose text-ink-soft">
				A private address that your calendar asks again and again: a talk that moves moves there too, one that is
				cancelled is shown as such, and what you mark or unmark comes and goes.
			</p>
			{isGuest && <GuestNotice />}
			<form action={switchOn}>
				<button className="button-primary" type="submit">
					Make a private address
				</button>
			</form>
		</>
	);
}
