/// Clues → a guess.
///
/// Takes what was noticed about a thing as texts, whatever they say, gives the label that such things had where
/// it was told, and how probable it is. Knows no language, no reports and no files.
///
/// Why:
/// - Multinomial logistic regression, trained by steps of its own size for each weight (AdaGrad): a few thousand
///   examples with rare clues are learnt in a second, a guess is a sum of a hundred numbers, and its probability
///   can be held against a threshold. A perceptron's scores can not.
/// - Weights are whole hundredths, small ones left out: the file of a model is short, a change of it can be
///   read, and the guess is the same on every machine.
@NullMarked
package io.mingjian.learning;

import org.jspecify.annotations.NullMarked;
