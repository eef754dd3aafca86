import { z } from "zod";
import { BACKUP_VERSION, backupSchema } from "./schema";

/** The address of `backupJsonSchema` in every installation. */
export const BACKUP_SCHEMA_PATH = `/schemas/backup-${BACKUP_VERSION}.json`;

/** What a backup's file may hold, as JSON Schema (draft 2020-12). */
export function backupJsonSchema(): object {
	return { title: "A backup of Talkshelf", ...z.toJSONSchema(backupSchema, { io: "input" }) };
}
