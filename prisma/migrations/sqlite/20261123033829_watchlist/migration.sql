-- AlterTable
ALTER TABLE "Talk" ADD COLUMN "willBeRecorded" BOOLEAN;

-- CreateTable
CREATE TABLE "MarkChange" (
    "userId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "talkId" INTEGER NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "at" DATETIME NOT NULL,
    "correctedDay" TEXT,

    PRIMARY KEY ("userId", "id"),
    CONSTRAINT "MarkChange_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MarkChange_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Rating" (
    "userId" TEXT NOT NULL,
    "talkId" INTEGER NOT NULL,
    "stars" INTEGER NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("userId", "talkId"),
    CONSTRAINT "Rating_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Rating_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Topic_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TopicTalk" (
    "topicId" TEXT NOT NULL,
    "talkId" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("topicId", "talkId"),
    CONSTRAINT "TopicTalk_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TopicTalk_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WatchlistPlace" (
    "userId" TEXT NOT NULL,
    "talkId" INTEGER NOT NULL,
    "rank" TEXT NOT NULL,

    PRIMARY KEY ("userId", "talkId"),
    CONSTRAINT "WatchlistPlace_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "WatchlistPlace_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TriageSkip" (
    "userId" TEXT NOT NULL,
    "talkId" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("userId", "talkId"),
    CONSTRAINT "TriageSkip_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TriageSkip_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MissedOffer" (
    "userId" TEXT NOT NULL,
    "conferenceId" INTEGER NOT NULL,
    "answeredAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("userId", "conferenceId"),
    CONSTRAINT "MissedOffer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MissedOffer_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "CalendarFeed_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "MarkChange_userId_talkId_at_idx" ON "MarkChange"("userId", "talkId", "at");

-- CreateIndex
CREATE INDEX "MarkChange_talkId_idx" ON "MarkChange"("talkId");

-- CreateIndex
CREATE INDEX "Rating_talkId_idx" ON "Rating"("talkId");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_userId_slug_key" ON "Topic"("userId", "slug");

-- CreateIndex
CREATE INDEX "TopicTalk_talkId_idx" ON "TopicTalk"("talkId");

-- CreateIndex
CREATE INDEX "WatchlistPlace_talkId_idx" ON "WatchlistPlace"("talkId");

-- CreateIndex
CREATE INDEX "TriageSkip_talkId_idx" ON "TriageSkip"("talkId");

-- CreateIndex
CREATE INDEX "MissedOffer_conferenceId_idx" ON "MissedOffer"("conferenceId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_token_key" ON "CalendarFeed"("token");

-- The marks that are there have no history: the log begins with them.
INSERT INTO "MarkChange" ("userId", "id", "talkId", "to", "at")
SELECT "userId", 'first-' || "talkId", "talkId", "status", "updatedAt" FROM "Mark";
