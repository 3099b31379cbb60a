/// What readers ask for: the query as a tree, and the language it is written in.
///
/// Takes a line such as `微信公众号 年份:2020..2024 微信发布数>=300 NOT 抖音`, gives a [SearchQuery]; knows no engine. The
/// names in the line are data ([SearchLanguage], from `search.json` of the model).
///
/// Why:
/// - Every mistake is told with its column: a query that is silently read as something else finds the wrong
/// reports.
/// - A number that is not stated is not 0: `不予公开<1` finds reports that state 0 only.
/// - 〔2021〕30号 and 第二十条 are read as wholes; in pieces they are in every report.
@NullMarked
package io.mingjian.index.query;

import org.jspecify.annotations.NullMarked;
