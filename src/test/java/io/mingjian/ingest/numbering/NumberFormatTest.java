package io.mingjian.ingest.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            decimal,                    0,  1, 10, 23
            decimalZero,                22, 01, 10, 23
            upperRoman,                 1,  I, X, XXIII
            lowerLetter,                4,  a, j, w
            ordinal,                    5,  1st, 10th, 23rd
            ideographDigital,           10, 一, 一〇, 二三
            japaneseCounting,           11, 一, 十, 二十三
            decimalFullWidth,           14, １, １０, ２３
            japaneseLegal,              16, 壱, 壱拾, 弐拾参
            japaneseDigitalTenThousand, 17, 一, 一〇, 二三
            decimalEnclosedCircle,      18, ①, ⑩, ㉓
            decimalEnclosedFullstop,    26, ⒈, ⒑, 23
            decimalEnclosedParen,       27, ⑴, ⑽, 23
            decimalEnclosedCircleChinese, 28, ①, ⑩, 23
            ideographEnclosedCircle,    29, ㊀, ㊉, 23
            ideographTraditional,       30, 甲, 癸, 23
            ideographZodiac,            31, 子, 酉, 23
            ideographZodiacTraditional, 32, 甲子, 癸酉, 丙戌
            taiwaneseCounting,          33, 一, 十, 二十三
            ideographLegalTraditional,  34, 壹, 壹拾, 貳拾參
            taiwaneseCountingThousand,  35, 一, 十, 二十三
            taiwaneseDigital,           36, 一, 一○, 二三
            chineseCounting,            37, 一, 十, 二十三
            chineseLegalSimplified,     38, 壹, 壹拾, 贰拾叁
            chineseCountingThousand,    39, 一, 十, 二十三
            koreanDigital,              41, 일, 일영, 이삼
            numberInDash,               57, - 1 -, - 10 -, - 23 -
            """)
    void printsWhatAReaderSees(String name, int code, String one, String ten, String twentyThree) {
        NumberFormat format = NumberFormat.named(name);
        assertThat(format.print(1)).isEqualTo(one);
        assertThat(format.print(10)).isEqualTo(ten);
        assertThat(format.print(23)).isEqualTo(twentyThree);
        assertThat(NumberFormat.coded(code).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"105,一百〇五,一〇五", "110,一百一十,一一〇", "1000,一千,一〇〇〇"})
    void writesHundredsOutOrByPlaceValue(int number, String thousands, String counting) {
        assertThat(NumberFormat.named("chineseCountingThousand").print(number)).isEqualTo(thousands);
        assertThat(NumberFormat.named("chineseCounting").print(number)).isEqualTo(counting);
    }

    @ParameterizedTest
    @CsvSource({
        "1,decimal",
        "'一, 二, 三, ...',chineseCountingThousand",
        "'①, ②, ③, ...',decimalEnclosedCircle",
        "'壹, 贰, 叁, ...',chineseLegalSimplified",
        "'甲, 乙, 丙, ...',ideographTraditional",
        "A,upperLetter"
    })
    void knowsAFormatByItsExample(String example, String name) {
        assertThat(NumberFormat.like(example).print(1))
                .isEqualTo(NumberFormat.named(name).print(1));
    }
}
