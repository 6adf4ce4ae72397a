package atelier.service.prompt;

import atelier.model.generation.PromptMark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what in a prompt is more than words. */
final class PromptMarks {

    /** As the text encoders' syntax has it, without brackets inside. */
    private static final Pattern WEIGHT =
            Pattern.compile(
                    "(?<!\\\\)\\(([^()\\[\\]:]+):\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+))\\s*\\)");

    private final Wildcards wildcards;

    PromptMarks(Wildcards wildcards) {
        this.wildcards = wildcards;
    }

    /**
     * All marks, in the order in which they stand.
     *
     * @param pieces of the prompt
     * @param triggers that call up adapters
     */
    List<PromptMark> find(String prompt, List<PromptPiece> pieces, Collection<String> triggers) {
        List<PromptMark> marks = new ArrayList<>();
        addPieces(pieces, marks);
        Matcher weight = WEIGHT.matcher(prompt);
        while (weight.find()) {
            marks.add(
                    mark(
                            PromptMark.Kind.WEIGHT,
                            weight,
                            weight.group(1).strip(),
                            Double.parseDouble(weight.group(2))));
        }
        for (String trigger : triggers) {
            if (!trigger.isBlank()) {
                Matcher found = pattern(trigger).matcher(prompt);
                if (found.find()) {
                    marks.add(mark(PromptMark.Kind.TRIGGER, found, trigger.strip(), 0));
                }
            }
        }
        marks.sort(Comparator.comparingInt(PromptMark::start).thenComparing(PromptMark::kind));
        return marks;
    }

    private static PromptMark mark(
            PromptMark.Kind kind, Matcher found, String words, double amount) {
        return new PromptMark(kind, found.start(), found.end(), words, amount);
    }

    /** A trigger as words of their own, in any case. */
    private static Pattern pattern(String trigger) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}_])" + Pattern.quote(trigger.strip()) + "(?![\\p{L}\\p{N}_])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private void addPieces(List<PromptPiece> pieces, List<PromptMark> marks) {
        for (PromptPiece piece : pieces) {
            switch (piece) {
                case PromptPiece.Words _ -> {
                    // Nothing but words.
                }
                case PromptPiece.Choice choice -> {
                    marks.add(
                            new PromptMark(
                                    PromptMark.Kind.CHOICE,
                                    choice.start(),
                                    choice.end(),
                                    "",
                                    Variants.count(List.of(choice))));
                    choice.options().forEach(option -> addPieces(option, marks));
                }
                case PromptPiece.Wildcard wildcard ->
                        marks.add(
                                new PromptMark(
                                        PromptMark.Kind.WILDCARD,
                                        wildcard.start(),
                                        wildcard.end(),
                                        wildcard.name(),
                                        wildcards.lines(wildcard.name()).size()));
            }
        }
    }
}
