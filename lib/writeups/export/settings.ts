import type { Tx } from "@/lib/db/client";
import type { ExportSettings } from "../options";
import { toStorableSettings } from "./settings-params";

/** How a visitor had their Markdown written last; the default where they never had, or are nobody yet. */
export async function loadExportSettings(db: Tx, userId: string | null): Promise<ExportSettings> {
	const row = userId === null ? null : await db.exportSettings.findUnique({ where: { userId } });
	return toStorableSettings(row?.options);
}

/** Keeps them for the next time, in the place of what was kept before. */
export async function saveExportSettings(db: Tx, userId: string, settings: ExportSettings): Promise<void> {
	const options = toStorableSettings(settings);
	await db.exportSettings.upsert({ where: { userId }, create: { userId, options }, update: { options } });
}
