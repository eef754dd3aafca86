import { GuestNotice } from "./guest-notice";

type Props = {
	isGuest: boolean;
	/** What was just done. */
	done: unknown;
	switchOn: () => Promise<void>;
};

/** No private address yet, and the button that makes it. */
export function CalendarOff({ isGuest, done, switchOn }: Props) {
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
