import type { Named } from "@/lib/talks/types";

/** A value that is its own name. */
export const asNamed = (value: string): Named => ({ slug: value, name: value });

/**
 * What an address filters by and a form has no place for, which sending it must not drop: further values of a field, and all
 * of those that have none.
 */
export function hiddenParams(
	params: URLSearchParams,
	withoutField: readonly string[] = [],
): [name: string, value: string][] {
	return [...new Set(params.keys())].flatMap((name) => {
		const values = params.getAll(name);
		// The field of a speaker shows one, or nobody.
		const visibleCount = withoutField.includes(name) || (name === "speaker" && values.length > 1) ? 0 : 1;
		return values.slice(visibleCount).map((value): [string, string] => [name, value]);
	});
}

type ChoiceProps = { label: string; name: string; chosen: string | undefined; options: readonly Named[] };

/** One value of a filter, or any. */
export function Choice({ label, name, chosen = "", options }: ChoiceProps) {
	// One language for all talks is nothing to choose by.
	if (options.length < 2 && chosen === "") return null;
	return (
		<label>
			<span className="text-sm text-ink-soft">{label}</span>
			<select key={chosen} className="field" name={name} defaultValue={chosen}>
				<option value="">Any</option>
				{options.map((option) => (
					<option key={option.slug} value={option.slug}>
						{option.name}
					</option>
				))}
			</select>
		</label>
	);
}

type SpeakerProps = {
	/** The one who is filtered by. */
	chosen: string | undefined;
	speakers: readonly Named[];
	/** More names are not offered while one is typed. */
	maxOptions?: number;
};

/** A speaker by name, offered as it is typed. */
export function SpeakerField({ chosen, speakers, maxOptions = Number.POSITIVE_INFINITY }: SpeakerProps) {
	return (
		<label>
			<span className="text-sm text-ink-soft">Speaker</span>
			<input
				key={chosen}
				className="field"
				type="text"
				name="speaker"
				list="speakers"
				autoComplete="off"
				placeholder="Anyone"
				defaultValue={speakers.find(({ slug }) => slug === chosen)?.name ?? ""}
			/>
			{speakers.length <= maxOptions && (
				<datalist id="speakers">
					{speakers.map(({ slug, name }) => (
						<option key={slug} value={name} />
					))}
				</datalist>
			)}
		</label>
	);
}

type CheckboxFieldProps = { label: string; name: string; value?: string; isOn: boolean };

export function CheckboxField({ label, name, value = "1", isOn }: CheckboxFieldProps) {
	return (
		<label className="inline-flex min-h-11 items-center gap-2">
			<input
				key={String(isOn)}
				type="checkbox"
				name={name}
				value={value}
				defaultChecked={isOn}
				className="size-5 accent-accent"
			/>
			{label}
		</label>
	);
}
