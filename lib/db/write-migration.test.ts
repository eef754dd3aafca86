import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MIGRATIONS_FOLDER } from "./migrations";
import { writeMigration } from "./write-migration";

const DATASOURCE = `datasource db {\n  provider = "sqlite"\n}\n`;
const FIRST = `${DATASOURCE}model Shelf {\n  id Int @id @default(autoincrement())\n}\n`;
const SECOND = FIRST.replace("))\n", `))\n  label String?\n`);

let folder = "";
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "talkshelf-migrations-"));
});
afterEach(() => rm(folder, { recursive: true }));

function write(name: string, schema: string, day: string) {
	return writeMigration(name, { now: new Date(`${day}T10:11:12Z`), schema, folder });
}

async function sql(provider: string, name: string): Promise<string> {
	return (await readFile(join(folder, provider, name, "migration.sql"), "utf8")).replaceAll(/\s+/g, " ").trim();
}

test("migrations are the differences from one schema to the next, in the SQL of each database", async () => {
	await write("first", FIRST, "2026-01-31");
	await write("label", SECOND, "2026-02-01");
	const [first, label] = ["20260131101112_first", "20260201101112_label"] as const;
	expect({
		sqlite: [await sql("sqlite", first), await sql("sqlite", label)],
		postgresql: [await sql("postgresql", first), await sql("postgresql", label)],
	}).toEqual({
		sqlite: [
			'-- CreateTable CREATE TABLE "Shelf" ( "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT );',
			'-- AlterTable ALTER TABLE "Shelf" ADD COLUMN "label" TEXT;',
		],
		postgresql: [
			'-- CreateTable CREATE TABLE "Shelf" ( "id" SERIAL NOT NULL, CONSTRAINT "Shelf_pkey" PRIMARY KEY ("id") );',
			'-- AlterTable ALTER TABLE "Shelf" ADD COLUMN "label" TEXT;',
		],
	});
});

test("nothing is written where nothing but a comment changed", async () => {
	await write("first", FIRST, "2026-01-31");
	const written = await write("comment", `${FIRST}// A remark.\n`, "2026-02-01");
	expect([written, await readdir(join(folder, "sqlite"))]).toEqual([[], ["20260131101112_first"]]);
});

test("today's schema is the one that the last migration ends with", async () => {
	const [last, today] = await Promise.all(
		[join(MIGRATIONS_FOLDER, "schema.prisma"), join(MIGRATIONS_FOLDER, "../schema.prisma")].map((file) =>
			readFile(file, "utf8"),
		),
	);
	expect(today).toBe(last);
});
