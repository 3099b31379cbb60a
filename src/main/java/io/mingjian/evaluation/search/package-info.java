/// How well a search finds what it should: topics and judgments in TREC's form, measures of ranked lists, one
/// table.
///
/// Takes topics, judgments and engines as functions; gives [RankingScore]s. Knows no engine.
@NullMarked
package io.mingjian.evaluation.search;

import org.jspecify.annotations.NullMarked;
