"use client";

type UrlFormProps = {
	/** What was typed before. */
	url: string;
	onUrl: (url: string) => void;
};

/** Where an address is pasted. */
export function UrlForm({ url, onUrl }: UrlFormProps) {
	return (
		<form
			className="card p-5"
			onSubmit={(event) => {
				event.preventDefault();
				const value = new FormData(event.currentTarget).get("address");
				if (typeof value === "string" && value.trim() !== "") onUrl(value.trim());
			}}
		>
			<label htmlFor="address">Address of a schedule</label>
			<div className="mt-1 flex flex-wrap gap-2">
				<input
					id="address"
					className="field min-w-48 flex-1"
					name="address"
					// Not of type "url": "fosdem.org/2026" will do.
					type="text"
					inputMode="url"
					autoComplete="off"
					autoCapitalize="none"
					spellCheck={false}
					maxLength={2000}
					placeholder="https://"
					defaultValue={url}
					aria-describedby="address-about"
					required
				/>
				<button className="button-primary" type="submit">
					Find
				</button>
			</div>
			<p id="address-about" className="mt-2 text-sm text-ink-soft">
				Of the file itself, a pretalx event, a year of FOSDEM, or any page that links to its schedule.
			</p>
		</form>
	);
}
