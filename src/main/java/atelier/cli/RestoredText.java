package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.cli.output.TerminalText;
import atelier.model.restoration.FaceOutcome;
import atelier.model.restoration.RestorationOrder;
import atelier.model.restoration.RestoredFace;
import atelier.model.restoration.RestoredPicture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Restored images, for people or for programs. */
final class RestoredText {

    private RestoredText() {}

    /** One of them. */
    static void show(JobOutput output, RestoredPicture picture) {
        output.result(
                "restored",
                Facts.of("source", picture.source())
                        .and("file", picture.file())
                        .and("width", picture.width())
                        .and("height", picture.height())
                        .and("changed", picture.changed())
                        .and("faces", picture.faces().stream().map(RestoredText::face).toList())
                        .and("problem", picture.problem())
                        .and("processor", picture.processor()),
                TerminalText.oneLine(
                        picture.isFailed()
                                ? picture.problem()
                                : "%s: %s".formatted(picture.file(), words(picture))));
    }

    private static Map<String, Object> face(RestoredFace face) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("box", face.face().box());
        facts.put("score", face.face().score());
        facts.put("outcome", face.outcome().name().toLowerCase(Locale.ROOT));
        if (face.identity() != null) {
            facts.put("similarity", face.identity().similarity());
            facts.put("lost", face.isLost());
        }
        return facts;
    }

    private static String words(RestoredPicture picture) {
        List<String> words = new ArrayList<>();
        for (FaceOutcome outcome : FaceOutcome.values()) {
            int count = picture.count(outcome);
            if (count > 0) {
                words.add(faces(count) + " " + outcome(outcome));
            }
        }
        if (picture.lostIdentities() > 0) {
            words.add(
                    "%s may be another person's now, so take less strength"
                            .formatted(faces(picture.lostIdentities())));
        }
        if (words.isEmpty()) {
            words.add("no face");
        }
        if (!picture.changed()) {
            words.add("unchanged");
        }
        return String.join(", ", words);
    }

    private static String faces(int count) {
        return count == 1 ? "1 face" : count + " faces";
    }

    private static String outcome(FaceOutcome outcome) {
        return switch (outcome) {
            case RESTORED -> "restored";
            case LEFT_ALONE -> "left alone";
            case LARGE_ENOUGH -> "large enough";
            case TOO_SMALL -> "too small";
            case TOO_LARGE -> "too large";
        };
    }

    /** All of them. */
    static void summary(JobOutput output, List<RestoredPicture> all, RestorationOrder order) {
        long failed = all.stream().filter(RestoredPicture::isFailed).count();
        long changed = all.stream().filter(RestoredPicture::changed).count();
        long faceless =
                all.stream()
                        .filter(picture -> !picture.isFailed() && picture.faces().isEmpty())
                        .count();
        int lost = all.stream().mapToInt(RestoredPicture::lostIdentities).sum();
        String text =
                "%s, %,d changed".formatted(Amounts.of(all.size(), "picture"), changed)
                        + (order.wish().faces() ? ", %,d without a face".formatted(faceless) : "")
                        + all.stream()
                                .map(RestoredPicture::processor)
                                .filter(processor -> !processor.isEmpty())
                                .distinct()
                                .map(processor -> ", computed on " + processor)
                                .collect(Collectors.joining())
                        + (failed > 0 ? ", %,d could not be read".formatted(failed) : "")
                        + "; all are in "
                        + order.out();
        output.result(
                "summary",
                Facts.of("pictures", all.size())
                        .and("changed", changed)
                        .and("withoutFace", faceless)
                        .and("lostIdentities", lost)
                        .and("failed", failed)
                        .and("out", order.out()),
                TerminalText.oneLine(text));
    }
}
