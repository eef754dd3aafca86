-- CreateTable
CREATE TABLE "ScheduleUpdate" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "conferenceId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "source" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "isByHand" BOOLEAN NOT NULL DEFAULT false,
    "isFirst" BOOLEAN NOT NULL DEFAULT false,
    "talkCount" INTEGER NOT NULL,
    CONSTRAINT "ScheduleUpdate_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TalkChange" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "updateId" INTEGER NOT NULL,
    "talkId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    CONSTRAINT "TalkChange_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "ScheduleUpdate" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TalkChange_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StagedSchedule" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,
    "etag" TEXT NOT NULL DEFAULT '',
    "lastModified" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "StagedSchedule_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Added one by one: large tables need not be made anew for them.
ALTER TABLE "Conference" ADD COLUMN "fileDigest" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Conference" ADD COLUMN "fileReport" JSONB;
ALTER TABLE "Conference" ADD COLUMN "etag" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Conference" ADD COLUMN "lastModified" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Conference" ADD COLUMN "checkedAt" DATETIME;
ALTER TABLE "Conference" ADD COLUMN "checkProblem" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Conference" ADD COLUMN "scheduled" JSONB;
ALTER TABLE "Track" ADD COLUMN "isByHand" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Track" ADD COLUMN "scheduled" JSONB;
ALTER TABLE "Room" ADD COLUMN "isByHand" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Room" ADD COLUMN "scheduled" JSONB;
ALTER TABLE "Speaker" ADD COLUMN "isByHand" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Speaker" ADD COLUMN "scheduled" JSONB;
ALTER TABLE "Talk" ADD COLUMN "isCancelled" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Talk" ADD COLUMN "recordedAt" DATETIME;
ALTER TABLE "Talk" ADD COLUMN "isByHand" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Talk" ADD COLUMN "scheduled" JSONB;
ALTER TABLE "User" ADD COLUMN "role" TEXT NOT NULL DEFAULT 'VISITOR';
ALTER TABLE "User" ADD COLUMN "newsSeenAt" DATETIME;

-- CreateIndex
CREATE INDEX "Conference_fileDigest_idx" ON "Conference"("fileDigest");

-- CreateIndex
CREATE INDEX "Speaker_key_idx" ON "Speaker"("key");

-- CreateIndex
CREATE INDEX "Speaker_name_idx" ON "Speaker"("name");

-- CreateIndex
CREATE INDEX "ScheduleUpdate_conferenceId_at_idx" ON "ScheduleUpdate"("conferenceId", "at");

-- CreateIndex
CREATE INDEX "TalkChange_talkId_idx" ON "TalkChange"("talkId");

-- CreateIndex
CREATE UNIQUE INDEX "TalkChange_updateId_talkId_key" ON "TalkChange"("updateId", "talkId");

-- CreateIndex
CREATE INDEX "StagedSchedule_createdAt_idx" ON "StagedSchedule"("createdAt");

-- CreateIndex
CREATE INDEX "StagedSchedule_userId_idx" ON "StagedSchedule"("userId");

-- Whoever signed up first is the administrator, as with every installation begun from here on.
UPDATE "User" SET "role" = 'ADMINISTRATOR'
WHERE "id" = (SELECT "id" FROM "User" WHERE "isAnonymous" = false ORDER BY "createdAt" LIMIT 1);
