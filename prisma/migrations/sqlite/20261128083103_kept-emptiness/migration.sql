-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Transcript" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "talkId" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "hasText" BOOLEAN NOT NULL DEFAULT false,
    "cues" JSONB NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "problem" TEXT NOT NULL DEFAULT '',
    "fetchedAt" DATETIME NOT NULL,
    CONSTRAINT "Transcript_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Transcript" ("cues", "fetchedAt", "id", "problem", "talkId", "text", "url", "hasText") SELECT "cues", "fetchedAt", "id", "problem", "talkId", "text", "url", "text" <> '' FROM "Transcript";
DROP TABLE "Transcript";
ALTER TABLE "new_Transcript" RENAME TO "Transcript";
CREATE UNIQUE INDEX "Transcript_talkId_url_key" ON "Transcript"("talkId", "url");
CREATE TABLE "new_Note" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "talkId" INTEGER NOT NULL,
    "isBlank" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Note_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Note_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- The characters are those that String.prototype.trim takes away.
INSERT INTO "new_Note" ("createdAt", "id", "revision", "talkId", "text", "updatedAt", "userId", "isBlank") SELECT "createdAt", "id", "revision", "talkId", "text", "updatedAt", "userId",
    TRIM("text", char(9, 10, 11, 12, 13, 32, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288, 65279)) = '' AND NOT EXISTS (
        SELECT 1 FROM "Takeaway" WHERE "noteId" = "Note"."id" AND TRIM("Takeaway"."text", char(9, 10, 11, 12, 13, 32, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288, 65279)) <> ''
    )
FROM "Note";
DROP TABLE "Note";
ALTER TABLE "new_Note" RENAME TO "Note";
CREATE INDEX "Note_talkId_idx" ON "Note"("talkId");
CREATE UNIQUE INDEX "Note_userId_talkId_key" ON "Note"("userId", "talkId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
