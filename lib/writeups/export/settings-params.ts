import { storableLine } from "@/lib/notes/storable";
import { type ExportSettings, exportSettingsSchema, FLAVOURS, GROUPINGS, ORDERS } from "../options";

type Setting = {
	/** Of the address's param, and of the command line's option. */
	readonly name: string;
	/** What can be said; null for any words. */
	readonly values: readonly string[] | null;
	readonly read: (value: string) => Partial<ExportSettings>;
	readonly write: (settings: ExportSettings) => string;
};

const VAULT = "obsidian";

const YES_OR_NO = ["yes", "no"] as const;

type KeysOfType<Value> = {
	[Key in keyof ExportSettings]: ExportSettings[Key] extends Value ? Key : never;
}[keyof ExportSettings];

function booleanSetting(name: string, key: KeysOfType<boolean>): Setting {
	return {
		name,
		values: YES_OR_NO,
		read: (value) => ({ [key]: value === "yes" }),
		write: (settings) => (settings[key] ? "yes" : "no"),
	};
}

function choiceSetting<Key extends KeysOfType<string | number>>(
	name: string,
	key: Key,
	values: readonly ExportSettings[Key][],
): Setting {
	return {
		name,
		values: values.map(String),
		read: (value) => ({ [key]: values.find((each) => String(each) === value) }),
		write: (settings) => String(settings[key]),
	};
}

/** Every setting of an export as an address and a command line say it. No name is one of the watchlist's filter. */
export const SETTINGS: readonly Setting[] = [
	{
		name: "flavour",
		values: [...FLAVOURS, VAULT],
		read: (value) =>
			value === VAULT ? { isVault: true } : { isVault: false, flavour: FLAVOURS.find((each) => each === value) },
		write: ({ isVault, flavour }) => (isVault ? VAULT : flavour),
	},
	choiceSetting("group", "group", GROUPINGS),
	choiceSetting("order", "order", ORDERS),
	choiceSetting("heading-level", "headingLevel", [1, 2, 3, 4, 5]),
	booleanSetting("summary-break", "summaryBreak"),
	{
		name: "takeaways-label",
		values: null,
		read: (takeawaysLabel) => ({ takeawaysLabel }),
		write: ({ takeawaysLabel }) => takeawaysLabel,
	},
	booleanSetting("label-heading", "isLabelHeading"),
	choiceSetting("bullet", "bullet", ["-", "*", "+", "1."]),
	booleanSetting("introductions", "introducesTalks"),
	booleanSetting("recording-links", "recordings"),
	booleanSetting("slide-links", "slides"),
	choiceSetting("times", "times", ["link", "text", "none"]),
	choiceSetting("without-note", "withoutNote", ["whole", "list", "none"]),
];

export function isSettingName(name: string): boolean {
	return SETTINGS.some((setting) => setting.name === name);
}

/** The settings that an address asks for; `base` is what it says nothing, or nothing that can be meant, about. */
export function parseSettings(params: URLSearchParams, base: ExportSettings): ExportSettings {
	let settings = base;
	for (const { name, values, read } of SETTINGS) {
		const value = params.get(name);
		if (value !== null && isValue(values, value)) settings = { ...settings, ...read(value) };
	}
	return toStorableSettings(settings);
}

/** An address's query that asks for all of these settings, whatever is remembered. */
export function settingsParams(settings: ExportSettings): URLSearchParams {
	return new URLSearchParams(SETTINGS.map(({ name, write }) => [name, write(settings)]));
}

/** Whether a setting can have this value. */
export function isValue(values: readonly string[] | null, value: string): boolean {
	return values === null
		? exportSettingsSchema.shape.takeawaysLabel.unwrap().safeParse(value).success
		: values.includes(value);
}

const settingsSchema = exportSettingsSchema.catch(() => exportSettingsSchema.parse({}));

/** Settings as a database can hold them and a file can be written with them, whatever was kept or sent as such. */
export function toStorableSettings(raw: unknown): ExportSettings {
	const settings = settingsSchema.parse(raw);
	const takeawaysLabel = storableLine(settings.takeawaysLabel.replace(/[\r\n\u2028\u2029]+/g, " "));
	return { ...settings, takeawaysLabel };
}
