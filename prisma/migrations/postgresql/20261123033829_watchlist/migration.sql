-- AlterTable
ALTER TABLE "Talk" ADD COLUMN     "willBeRecorded" BOOLEAN;

-- CreateTable
CREATE TABLE "MarkChange" (
    "userId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "talkId" INTEGER NOT NULL,
    "from" "MarkStatus",
    "to" "MarkStatus",
    "at" TIMESTAMP(3) NOT NULL,
    "correctedDay" TEXT,

    CONSTRAINT "MarkChange_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "Rating" (
    "userId" TEXT NOT NULL,
    "talkId" INTEGER NOT NULL,
    "stars" INTEGER NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("userId","talkId")
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TopicTalk" (
    "topicId" TEXT NOT NULL,
    "talkId" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TopicTalk_pkey" PRIMARY KEY ("topicId","talkId")
);

-- CreateTable
CREATE TABLE "WatchlistPlace" (
    "userId" TEXT NOT NULL,
    "talkId" INTEGER NOT NULL,
    "rank" TEXT NOT NULL,

    CONSTRAINT "WatchlistPlace_pkey" PRIMARY KEY ("userId","talkId")
);

-- CreateTable
CREATE TABLE "TriageSkip" (
    "userId" TEXT NOT NULL,
    "talkId" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TriageSkip_pkey" PRIMARY KEY ("userId","talkId")
);

-- CreateTable
CREATE TABLE "MissedOffer" (
    "userId" TEXT NOT NULL,
    "conferenceId" INTEGER NOT NULL,
    "answeredAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MissedOffer_pkey" PRIMARY KEY ("userId","conferenceId")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "userId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("userId")
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

-- AddForeignKey
ALTER TABLE "MarkChange" ADD CONSTRAINT "MarkChange_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MarkChange" ADD CONSTRAINT "MarkChange_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicTalk" ADD CONSTRAINT "TopicTalk_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicTalk" ADD CONSTRAINT "TopicTalk_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WatchlistPlace" ADD CONSTRAINT "WatchlistPlace_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WatchlistPlace" ADD CONSTRAINT "WatchlistPlace_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TriageSkip" ADD CONSTRAINT "TriageSkip_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TriageSkip" ADD CONSTRAINT "TriageSkip_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissedOffer" ADD CONSTRAINT "MissedOffer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissedOffer" ADD CONSTRAINT "MissedOffer_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The marks that are there have no history: the log begins with them.
INSERT INTO "MarkChange" ("userId", "id", "talkId", "to", "at")
SELECT "userId", 'first-' || "talkId", "talkId", "status", "updatedAt" FROM "Mark";
