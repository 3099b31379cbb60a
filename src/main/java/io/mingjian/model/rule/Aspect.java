package io.mingjian.model.rule;

/// What is looked at. Each aspect is a case of the checks.
public enum Aspect {
    /// Every section of the model is there.
    SECTION_MISSING,
    /// Sections are numbered one after the other.
    SECTION_NUMBERING,
    /// Every statutory table is there.
    TABLE_MISSING,
    /// A table has all rows to its end.
    TABLE_TRUNCATED,
    /// A table states anything.
    TABLE_BLANK,
    /// The tables follow the form of their year.
    FORM_OUTDATED,
    /// Title and period speak of one year; wordings stand behind the first and before the last day of the period.
    YEAR_CONFLICT,
    /// There is a title.
    TITLE_MISSING,
    /// The unit is named.
    ORGANIZATION_MISSING,
    /// No characters were lost on the way; wordings are what lost characters look like.
    ENCODING_DAMAGED,
    /// No picture that may hold a table or text was left unread.
    PICTURES_UNREAD,
    /// Nothing is left of the template; wordings are what templates ask to be replaced.
    TEMPLATE_TEXT_LEFT,
    /// No identity numbers of persons, no mobile numbers and, behind one of the wordings, no numbers of bank
    /// cards.
    PERSONAL_DATA
}
