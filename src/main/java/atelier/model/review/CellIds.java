package atelier.model.review;

import atelier.model.generation.ModelChoice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names cells by what they are made of: contents and settings, not places. A change of anything
 * that an image depends on gives another name.
 */
final class CellIds {

    private static final int DIGITS = 12;

    private final CellSettings settings;

    CellIds(CellSettings settings) {
        this.settings = settings;
    }

    String id(
            ComparedModel model,
            Column column,
            CellSampling sampling,
            ComparedPrompt prompt,
            long seed) {
        ComparedAdapter adapter = column.adapter();
        ModelChoice choice = model.choice();
        return digits(
                Stream.of(
                        model.name(),
                        model.sha256(),
                        name(choice.vae()),
                        name(choice.config()),
                        choice.prediction(),
                        choice.zeroTerminalSnr(),
                        adapter == null ? "" : adapter.name(),
                        adapter == null ? "" : adapter.sha256(),
                        column.strength(),
                        sampling.sampler().sampler(),
                        sampling.sampler().schedule(),
                        sampling.steps(),
                        sampling.guidance(),
                        prompt.text(),
                        seed,
                        settings.negative(),
                        settings.width(),
                        settings.height(),
                        settings.guidanceRescale(),
                        settings.clipSkip(),
                        settings.emphasis()));
    }

    private static @Nullable Path name(@Nullable Path file) {
        return file == null ? null : file.getFileName();
    }

    /** Of values that no other values can be taken for: each goes in with its length. */
    private static String digits(Stream<@Nullable Object> values) {
        List<String> texts = values.map(value -> Objects.toString(value, "\0")).toList();
        String all =
                texts.stream()
                        .map(text -> text.length() + ":" + text)
                        .collect(Collectors.joining(","));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, DIGITS);
    }
}
