package atelier.service.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.generation.PlannedPrompt;
import atelier.model.generation.PromptMark;
import atelier.model.generation.PromptReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptServiceTest {

    @TempDir private Path folder;
    private PromptService prompts;

    @BeforeEach
    void make() {
        prompts = new PromptService(folder);
    }

    private void wildcard(String name, String... lines) throws IOException {
        Path file = folder.resolve(name + ".txt");
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }

    private List<String> texts(String prompt) {
        return prompts.plan(prompt, 1, 1).stream().map(PlannedPrompt::text).toList();
    }

    @Test
    void aPlainPromptIsOneWordingWithAllSeeds() {
        assertThat(prompts.plan("a cat, (blue eyes:1.2), [fur]", 7, 4))
                .containsExactly(new PlannedPrompt("a cat, (blue eyes:1.2), [fur]", 7, 4));
    }

    @Test
    void choicesMakeEveryWordingTheLastFastest() {
        assertThat(texts("a {red|blue} {cat|dog|}"))
                .containsExactly(
                        "a red cat", "a red dog", "a red", "a blue cat", "a blue dog", "a blue");
        assertThat(texts("{a {b|c}|d}")).containsExactly("a b", "a c", "d");
        assertThat(prompts.plan("{a|b}", 3, 2))
                .containsExactly(new PlannedPrompt("a", 3, 2), new PlannedPrompt("b", 3, 2));
    }

    @Test
    void signsThatMeanThemselvesStay() {
        assertThat(texts("a \\{b\\|c\\} | d \\(e\\)")).containsExactly("a {b|c} | d \\(e\\)");
    }

    @Test
    void bracesWithoutPartnersAreNamedByPlace() {
        assertThatThrownBy(() -> texts("a {b|c"))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("{ at place 3");
        assertThatThrownBy(() -> texts("a b} c"))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("} at place 4");
        assertThat(prompts.read("a {b|c", List.of()).problem()).contains("never closed");
    }

    @Test
    void tooManyWordingsAreRefusedWithTheirNumber() {
        String digits = "{0|1|2|3|4|5|6|7|8|9}";
        assertThat(prompts.read(digits.repeat(30), List.of()).variants()).isEqualTo(Long.MAX_VALUE);
        assertThat(texts(digits.repeat(4))).hasSize(10_000).contains("0420");
        assertThatThrownBy(() -> texts(digits.repeat(5)))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("100000 wordings");
    }

    @Test
    void wildcardsDrawByTheImagesSeedAlone() throws IOException {
        wildcard("time", "# when", "dawn", "", "noon", "  dusk  ", "night");
        List<PlannedPrompt> plan = prompts.plan("at __time__", 100, 40);
        List<String> images =
                plan.stream()
                        .flatMap(
                                part -> IntStream.range(0, part.count()).mapToObj(_ -> part.text()))
                        .toList();
        assertThat(images).hasSize(40);
        assertThat(images).contains("at dawn", "at noon", "at dusk", "at night");
        assertThat(images).doesNotContain("at # when", "at ");
        for (int image = 0; image < images.size(); image++) {
            assertThat(texts("at __time__", 100 + image)).containsExactly(images.get(image));
        }
        assertThat(plan.getFirst().seed()).isEqualTo(100);
    }

    private List<String> texts(String prompt, long seed) {
        return prompts.plan(prompt, seed, 1).stream().map(PlannedPrompt::text).toList();
    }

    @Test
    void twoWildcardsOfAPromptDrawIndependently() throws IOException {
        wildcard("colour", "red", "blue");
        List<String> images =
                prompts.plan("__colour__ __colour__", 1, 60).stream()
                        .map(PlannedPrompt::text)
                        .distinct()
                        .toList();
        assertThat(images)
                .containsExactlyInAnyOrder("red red", "red blue", "blue red", "blue blue");
    }

    @Test
    void linesDrawnMayHoldChoicesAndWildcards() throws IOException {
        wildcard("places/asia", "a {steppe|lake} of __colour__");
        wildcard("colour", "gold");
        assertThat(prompts.plan("__places/asia__", 1, 30).stream().map(PlannedPrompt::text))
                .contains("a steppe of gold", "a lake of gold")
                .allMatch(text -> text.endsWith("of gold"));
    }

    @Test
    void wildcardsThatAreNotThereOrDrawThemselvesAreNamed() throws IOException {
        assertThatThrownBy(() -> texts("__moods__"))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("__moods__")
                .hasMessageContaining("moods.txt");
        assertThat(prompts.read("__moods__", List.of()).problem()).contains("moods.txt");
        wildcard("round", "a __round__");
        assertThatThrownBy(() -> texts("__round__"))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("draws itself");
    }

    @Test
    void nothingOutsideTheFolderIsRead() throws IOException {
        Files.writeString(folder.resolveSibling("secret.txt"), "secret");
        assertThat(texts("__../secret__")).containsExactly("__../secret__");
    }

    @Test
    void whatIsUnderstoodIsMarkedWhereItStands() throws IOException {
        wildcard("time_of_day", "dawn", "noon");
        String prompt = "Temir, (round face:1.2), {steppe|city|plain}, __time_of_day__";
        PromptReading reading = prompts.read(prompt, List.of("temir", "tem", ""));
        assertThat(reading.problem()).isEmpty();
        assertThat(reading.variants()).isEqualTo(3);
        assertThat(reading.marks())
                .extracting(PromptMark::kind, PromptMark::words, PromptMark::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(PromptMark.Kind.TRIGGER, "temir", 0.0),
                        org.assertj.core.groups.Tuple.tuple(
                                PromptMark.Kind.WEIGHT, "round face", 1.2),
                        org.assertj.core.groups.Tuple.tuple(PromptMark.Kind.CHOICE, "", 3.0),
                        org.assertj.core.groups.Tuple.tuple(
                                PromptMark.Kind.WILDCARD, "time_of_day", 2.0));
        assertThat(reading.marks().stream().map(mark -> prompt.substring(mark.start(), mark.end())))
                .containsExactly(
                        "Temir", "(round face:1.2)", "{steppe|city|plain}", "__time_of_day__");
    }
}
