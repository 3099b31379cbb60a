/// What the program can do, whoever asks: add, get, list, remove, search, extract, cut into words.
///
/// Takes files and questions, gives values; knows no HTTP, no JSON and no command line. [Reports] is the one door.
///
/// Why:
/// - Reading a file is work for a core. [Slots] lets as many files in as there are cores, in the order they
///   came; who has waited too long is told "busy", which is better than everybody getting slower together.
/// - [Indexing] asks the store what happened since the index last looked. A new report, a restart after a crash
///   and a rebuild go the same way, and a report that could not be indexed is kept all the same.
/// - [Caller] is an argument of all that reads or changes a report: what the role forbids is refused here, and
///   what the scope does not cover is not there, whether a request, a page or a command asks. [Access] knows
/// whose key it is.
/// - [Accounts] keeps of a password what Argon2id makes of it, and of a session's name its SHA-256: whoever
///   reads the database or a backup can sign in with neither.
/// - [Readings] lays look-backs and decisions over kept extractions when they are asked for: a waiver holds for
///   every version that has its finding, and no version changes by it. Counts in lists and the search index
/// follow.
/// - [LookingBack] holds a report beside its unit's report of the year before, and again when either of the two
///   changes. What it finds is derived: it follows the store by the number of the last change, as the index
///   does, and before it. Only where findings come or go does the report count as changed. The unit is the one
///   it was sent for: names do not tell two districts apart.
/// - [Jobs] does its work with one thread, and remembers in the store what is left: a restart goes on.
/// - [Corrections] are laid over a fresh reading, never over an older extraction: the checks see all of the
/// document.
@NullMarked
package io.mingjian.service;

import org.jspecify.annotations.NullMarked;
