import { beforeAll, expect, test } from "vitest";
import { createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { type ExportSettings, exportSettingsSchema } from "../options";
import { loadExportSettings, saveExportSettings } from "./settings";

const BY_DEFAULT = exportSettingsSchema.parse({});
const CHOSEN: ExportSettings = {
	...BY_DEFAULT,
	flavour: "jekyll",
	isVault: true,
	group: "day",
	order: "own",
	bullet: "+",
};

describeOnEachDatabase("settings of exports", (getDb) => {
	beforeAll(async () => {
		for (const id of ["ada", "bob"]) await createUser(getDb(), id);
	});

	test("are the default until some are remembered, each visitor's own", async () => {
		const db = getDb();
		expect(await loadExportSettings(db, "ada")).toEqual(BY_DEFAULT);
		await saveExportSettings(db, "ada", CHOSEN);
		expect(await loadExportSettings(db, "ada")).toEqual(CHOSEN);
		await saveExportSettings(db, "ada", { ...CHOSEN, group: "none" });
		expect(await loadExportSettings(db, "ada")).toEqual({ ...CHOSEN, group: "none" });
		expect(await loadExportSettings(db, "bob")).toEqual(BY_DEFAULT);
		expect(await loadExportSettings(db, null)).toEqual(BY_DEFAULT);
	});

	test("can be kept whatever the label says, and read whatever was kept", async () => {
		const db = getDb();
		await saveExportSettings(db, "bob", { ...BY_DEFAULT, takeawaysLabel: "a\0b\nc\ud800d" });
		expect(await loadExportSettings(db, "bob")).toEqual({ ...BY_DEFAULT, takeawaysLabel: "a\uFFFDb c\uFFFDd" });
		for (const options of [[], "x", 3, { bullet: "o", group: "day", more: true }]) {
			await db.exportSettings.update({ where: { userId: "bob" }, data: { options } });
			const group = typeof options === "object" && "group" in options ? "day" : "track";
			expect(await loadExportSettings(db, "bob")).toEqual({ ...BY_DEFAULT, group });
		}
	});
});
