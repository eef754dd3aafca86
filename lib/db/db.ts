import { createClient, type Db } from "./client";
import { databaseUrl } from "./provider";

const globalStore = globalThis as { talkshelfDb?: Db };

globalStore.talkshelfDb ??= createClient(databaseUrl());

/** The process's one client. Development reloads modules, and keeps it on the global object for that. */
export const db: Db = globalStore.talkshelfDb;
