import { storableLine } from "@/lib/notes/storable";
import { type ExportSettings, exportSettingsSchema } from "../options";

const settingsSchema = exportSettingsSchema.catch(() => exportSettingsSchema.parse({}));

/** Settings as a database can hold them and a file can be written with them, whatever was kept or sent as such. */
export function toStorableSettings(raw: unknown): ExportSettings {
	const settings = settingsSchema.parse(raw);
	const takeawaysLabel = storableLine(settings.takeawaysLabel.replace(/[\r\n\u2028\u2029]+/g, " "));
	return { ...settings, takeawaysLabel };
}
