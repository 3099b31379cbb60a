/// The store in a relational database: H2 in the data directory, or PostgreSQL.
///
/// ```text
/// DIR/lock                      held while a process uses the folder
/// DIR/store                     which database the folder belongs to
/// DIR/incoming/                 what is being written; emptied at every start
/// DIR/originals/4f/4f0c…        the originals, byte for byte, by SHA-256
/// DIR/database/mingjian.mv.db   the embedded database, where no other is named
/// ```
///
/// A change: the original is copied, forced to the disk and moved into its place; then one transaction takes the
/// next number (and waits for whoever took the last), writes rows and log line, and commits; then the answer
/// goes out.
///
/// Why:
/// - JDBC by hand in [Sql], and not Micronaut Data: left of `service` there is no framework, so that a command, a
///   test and a process that a test kills open the store without an application context. What is asked here are
///   joins, a tree's subtree, and inserts from selects, which a repository would carry as the same SQL in
///   annotations; rows become records in one class. Flyway and the pool are used as libraries.
/// - One SQL for both databases, and none that is only one's own: no sequences, no RETURNING, no large objects.
///   openGauss and KingbaseES read it too.
/// - Originals are files: they are what must survive everything else, any tool can copy and compare them, and a
///   backup that has them needs nothing more of us to be worth something. A file is in its place before a row
///   names it, so a crash leaves a file too many and never one too few; [Inspection] counts them.
/// - Extractions and texts are rows: they commit with the version that names them, or not at all. Deflated they
///   are a tenth, and versions that say the same share them.
/// - What twenty thousand rows say of units and filings is remembered in [UnitMemory] and [YearMemory], and
///   followed by the number of the last change within the reading at hand: what is told is what the database
/// says then.
/// - H2 hands commits to the system after half a second unless told otherwise, and never forces them to the disk:
///   [Database] tells it otherwise and forces them before it answers.
@NullMarked
package io.mingjian.store.sql;

import org.jspecify.annotations.NullMarked;
