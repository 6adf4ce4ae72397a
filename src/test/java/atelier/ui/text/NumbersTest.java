package atelier.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    private final Texts english = new Texts(Language.ENGLISH);
    private final Texts russian = new Texts(Language.RUSSIAN);

    private static String say(Texts texts, String pattern, Object... values) {
        return new MessagePattern(pattern)
                .fill(
                        new Numbers(texts.language().get(), key -> texts.say(key, "{0}")),
                        java.util.List.of(values),
                        texts::say);
    }

    @Test
    void thousandsAreSetApartAsEachLanguageDoes() {
        assertThat(say(english, "{0}", 1200)).isEqualTo("1,200");
        assertThat(say(russian, "{0}", 1200)).isEqualTo("1200");
        assertThat(say(english, "{0}", 1_234_567L)).isEqualTo("1,234,567");
        assertThat(say(russian, "{0}", 12_345L)).isEqualTo("12\u202f345");
    }

    @Test
    void decimalsAndPercentsFollowTheLanguage() {
        assertThat(say(english, "{0,decimal1}", 2.44)).isEqualTo("2.4");
        assertThat(say(russian, "{0,decimal2}", 2.444)).isEqualTo("2,44");
        assertThat(say(english, "{0,percent}", 0.617)).isEqualTo("62%");
        assertThat(say(russian, "{0,percent}", 0.617)).isEqualTo("62\u00a0%");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s", "45.2, 45 s", "59.6, 1 min", "101, 1 min 41 s", "600, 10 min",
        "1080, 18 min", "3599, 1 h", "3600, 1 h", "7500, 2 h 5 min", "-3, 0 s"
    })
    void spansOfTimeSayAsMuchAsOneWantsToKnow(double seconds, String said) {
        assertThat(say(english, "{0,duration}", seconds)).isEqualTo(said);
    }

    @Test
    void timeIsRussianInRussian() {
        assertThat(say(russian, "{0,duration}", 101.0)).isEqualTo("1\u00a0мин 41\u00a0с");
    }

    @Test
    void numbersOfSettingsFollowTheLanguageAndNothingElseDoes() {
        Texts texts = new Texts(Language.RUSSIAN);
        assertThat(texts.written("0.0001")).isEqualTo("0,0001");
        assertThat(texts.written("-1.5e-4")).isEqualTo("-1,5e-4");
        for (String other : List.of("512", "v1.5", "a. b", "0.9 0.99", "")) {
            assertThat(texts.written(other)).isEqualTo(other);
        }
        texts.language().set(Language.ENGLISH);
        assertThat(texts.written("0.0001")).isEqualTo("0.0001");
    }

    @ParameterizedTest
    @CsvSource({
        "200000, 200 KB",
        "58000000, 58 MB",
        "6940000000, 6.9 GB",
        "412000000000, 412 GB",
        "999, 1 KB"
    })
    void filesAreCountedInThousands(long bytes, String said) {
        assertThat(say(english, "{0,bytes}", bytes)).isEqualTo(said);
    }

    @Test
    void memoryIsCountedIn1024() {
        assertThat(say(english, "{0,memory}", 24L << 30)).isEqualTo("24 GB");
        assertThat(say(russian, "{0,gigabytes} / {1,memory}", (long) (9.4 * (1 << 30)), 24L << 30))
                .isEqualTo("9,4 / 24\u00a0ГБ");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 снимок", "2, 2 снимка", "4, 4 снимка", "5, 5 снимков", "11, 11 снимков",
        "12, 12 снимков", "14, 14 снимков", "21, 21 снимок", "22, 22 снимка", "25, 25 снимков",
        "100, 100 снимков", "111, 111 снимков", "0, 0 снимков"
    })
    void russianWordsTakeTheFormOfTheirNumber(int count, String said) {
        assertThat(say(russian, "{0} {0|снимок|снимка|снимков}", count)).isEqualTo(said);
    }

    @Test
    void englishWordsTakeTheFormOfTheirNumber() {
        assertThat(say(english, "{0} {0|picture|pictures}", 1)).isEqualTo("1 picture");
        assertThat(say(english, "{0} {0|picture|pictures}", 0)).isEqualTo("0 pictures");
        assertThat(say(english, "{0} {0|picture|pictures}", 11)).isEqualTo("11 pictures");
    }

    @Test
    void whatTheUserWroteStaysAsItIsWrittenAndPhrasesAreSaidInTheSameLanguage() {
        assertThat(say(russian, "{0}: {1}", Phrase.of("rail.training"), "a $1 {0} name\\"))
                .isEqualTo("Обучение: a $1 {0} name\\");
    }
}
