import { createClient, type Db } from "./client";
import { databaseUrl } from "./provider";

const kept = globalThis as { talkshelfDb?: Db };

kept.talkshelfDb ??= createClient(databaseUrl());

/** The process's one client. Development reloads modules, and keeps it on the global object for that. */
export const db: Db = kept.talkshelfDb;
