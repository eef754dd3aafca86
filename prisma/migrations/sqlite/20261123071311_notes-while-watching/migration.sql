-- AlterTable
ALTER TABLE "Takeaway" ADD COLUMN "time" INTEGER;

-- CreateTable
CREATE TABLE "Transcript" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "talkId" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "cues" JSONB NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "problem" TEXT NOT NULL DEFAULT '',
    "fetchedAt" DATETIME NOT NULL,
    CONSTRAINT "Transcript_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Playback" (
    "userId" TEXT NOT NULL,
    "talkId" INTEGER NOT NULL,
    "position" REAL NOT NULL,
    "duration" REAL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("userId", "talkId"),
    CONSTRAINT "Playback_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Playback_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NoteRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "noteId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "takeaways" JSONB NOT NULL,
    "savedAt" DATETIME NOT NULL,
    CONSTRAINT "NoteRevision_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Transcript_talkId_url_key" ON "Transcript"("talkId", "url");

-- CreateIndex
CREATE INDEX "Playback_talkId_idx" ON "Playback"("talkId");

-- CreateIndex
CREATE INDEX "NoteRevision_noteId_savedAt_idx" ON "NoteRevision"("noteId", "savedAt");
