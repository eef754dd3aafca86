import type { z } from "zod";
import type { backupSchema, talkRefSchema, talkSchema } from "./schema";

/** Everything of one visitor's, as a file has it. Times are written as `Date.toISOString` does. */
export type Backup = z.output<typeof backupSchema>;

/** What names a talk in any installation. */
export type TalkRef = z.output<typeof talkRefSchema>;

/** Everything of one visitor's about one talk. */
export type TalkBackup = z.output<typeof talkSchema>;
export type NoteBackup = NonNullable<TalkBackup["note"]>;
export type WriteUpBackup = Backup["writeUps"][number];
export type SettingsBackup = Backup["settings"];
