-- CreateTable
CREATE TABLE "WriteUp" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "date" TEXT NOT NULL DEFAULT '',
    "slug" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "categories" JSONB NOT NULL,
    "tags" JSONB NOT NULL,
    "keywords" JSONB NOT NULL,
    "frontMatter" TEXT NOT NULL DEFAULT '',
    "intro" TEXT NOT NULL DEFAULT '',
    "outro" TEXT NOT NULL DEFAULT '',
    "options" JSONB,
    "scope" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WriteUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WriteUpSection" (
    "writeUpId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT NOT NULL DEFAULT '',
    "prose" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "WriteUpSection_pkey" PRIMARY KEY ("writeUpId","id")
);

-- CreateTable
CREATE TABLE "WriteUpItem" (
    "writeUpId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "talkId" INTEGER,
    "missingTalk" JSONB,
    "heading" TEXT,
    "text" TEXT,
    "takeaways" JSONB,
    "leftOut" JSONB NOT NULL,

    CONSTRAINT "WriteUpItem_pkey" PRIMARY KEY ("writeUpId","id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "writeUpId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "authorName" TEXT NOT NULL DEFAULT '',
    "isIndexed" BOOLEAN NOT NULL DEFAULT false,
    "canonicalUrl" TEXT,
    "publishedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("writeUpId")
);

-- CreateTable
CREATE TABLE "WriteUpFeed" (
    "userId" TEXT NOT NULL,
    "token" TEXT NOT NULL,

    CONSTRAINT "WriteUpFeed_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "ExportSettings" (
    "userId" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ExportSettings_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "AwaitedTalk" (
    "userId" TEXT NOT NULL,
    "conference" TEXT NOT NULL,
    "talk" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "AwaitedTalk_pkey" PRIMARY KEY ("userId","conference","talk")
);

-- CreateIndex
CREATE INDEX "WriteUp_userId_updatedAt_idx" ON "WriteUp"("userId", "updatedAt");

-- CreateIndex
CREATE INDEX "WriteUpItem_writeUpId_sectionId_idx" ON "WriteUpItem"("writeUpId", "sectionId");

-- CreateIndex
CREATE INDEX "WriteUpItem_talkId_idx" ON "WriteUpItem"("talkId");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_token_key" ON "Publication"("token");

-- CreateIndex
CREATE UNIQUE INDEX "WriteUpFeed_token_key" ON "WriteUpFeed"("token");

-- CreateIndex
CREATE INDEX "AwaitedTalk_conference_idx" ON "AwaitedTalk"("conference");

-- AddForeignKey
ALTER TABLE "WriteUp" ADD CONSTRAINT "WriteUp_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WriteUpSection" ADD CONSTRAINT "WriteUpSection_writeUpId_fkey" FOREIGN KEY ("writeUpId") REFERENCES "WriteUp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WriteUpItem" ADD CONSTRAINT "WriteUpItem_writeUpId_fkey" FOREIGN KEY ("writeUpId") REFERENCES "WriteUp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WriteUpItem" ADD CONSTRAINT "WriteUpItem_writeUpId_sectionId_fkey" FOREIGN KEY ("writeUpId", "sectionId") REFERENCES "WriteUpSection"("writeUpId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WriteUpItem" ADD CONSTRAINT "WriteUpItem_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_writeUpId_fkey" FOREIGN KEY ("writeUpId") REFERENCES "WriteUp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WriteUpFeed" ADD CONSTRAINT "WriteUpFeed_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExportSettings" ADD CONSTRAINT "ExportSettings_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AwaitedTalk" ADD CONSTRAINT "AwaitedTalk_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
