/// Prose → facts.
///
/// Takes an `Outline` and the spans to leave out (tables that came as lines of text look like prose), gives
/// [Fact]s. Knows nothing of tables; metrics, channels, cues and units are data of the model.
///
/// Why:
/// - A number is a [Candidate] first, and says what accepted or rejected it; only the accepted become facts.
/// - How sure a fact is was measured, by what accepted it (`evaluate --calibrate`), and is data of the model.
/// - A wording is made of classes of words (`{receive}…{application}`), declared once in the model: phrases
/// that
///   were collected whole know only the offices they were collected from.
/// - What a sentence does not say again is carried on: channel ([CarriedChannels]), metric ([MetricChoice]) and
///   time ([PeriodReader]); what keeps a number from counting is told first ([ExclusionReader]).
/// - What is remembered on the way through a text ([Course]) is apart from what a number states
///   ([StatementReader]) and from which words may speak of it ([CueChoice]).
/// - Numbers are read twice, for two questions. `measure` knows what anybody means by a number: money, sizes,
///   shares, ranges. [QuantityLexer] knows what an office counts: its measure words, names with digits and
/// labels
///   are data of the model, and most numbers count nothing. They share the grammar of numerals
///   ([io.mingjian.text.Numeral]) and of shares ([io.mingjian.metrics.measure.MeasureFinder#at]); one reader of
///   both would put 折 and 公里 before every 条 of a report.
/// - Wordings are matched in one pass over the text, and every look around a number is bounded: the time grows
///   with the text, whatever it is made of.
@NullMarked
package io.mingjian.metrics;

import org.jspecify.annotations.NullMarked;
