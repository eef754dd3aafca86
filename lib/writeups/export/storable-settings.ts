import { storableLine } from "@/lib/notes/storable";
import { type ExportSettings, exportSettingsSchema } from "../options";

/** Settings as a database can hold them and a file can be written with them, whatever a request says they are. */
export function storableSettings(given: unknown): ExportSettings {
	const settings = exportSettingsSchema.parse(typeof given === "object" && given !== null ? given : {});
	const takeawaysLabel = storableLine(settings.takeawaysLabel.replace(/[\r\n\u2028\u2029]+/g, " "));
	return { ...settings, takeawaysLabel };
}
