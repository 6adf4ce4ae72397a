package atelier.service.starter.caption;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An order to say things in. */
enum CaptionForm {

    /** "Oruna, green eyes, striped robe, at night". */
    TAGS {
        @Override
        String text(Parts parts, Who who) {
            return Stream.concat(Stream.of(who.first()), parts.order().stream().map(Phrase::tag))
                    .collect(Collectors.joining(", "));
        }
    },

    /** "A flat cartoon of Oruna with green eyes, wearing a robe, smiling, at night". */
    PORTRAYED {
        @Override
        String text(Parts parts, Who who) {
            String kind = words(parts.kind());
            return capital(
                    joined(
                            (kind.isEmpty() ? "a picture" : kind)
                                    + " of "
                                    + who.first()
                                    + after(" with ", parts.person()),
                            after("wearing ", parts.outfit()),
                            list(parts.pose()),
                            words(parts.tilt()),
                            words(parts.place())));
        }
    },

    /** "Oruna has green eyes and wears a robe. Here Oruna is smiling, at night. A flat cartoon." */
    TOLD {
        @Override
        String text(Parts parts, Who who) {
            List<String> sentences = new ArrayList<>();
            String looks =
                    Stream.of(after("has ", parts.person()), after("wears ", parts.outfit()))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(" and "));
            if (!looks.isEmpty()) {
                sentences.add(capital(who.first()) + " " + looks + ".");
            }
            String is = joined(list(parts.pose()), words(parts.tilt()), words(parts.place()));
            if (!is.isEmpty()) {
                String seen = parts.pose().isEmpty() && parts.tilt().isPresent() ? "seen, " : "";
                String subject = looks.isEmpty() ? capital(who.first()) : "Here " + who.again();
                sentences.add(subject + " is " + seen + is + ".");
            }
            if (sentences.isEmpty()) {
                sentences.add("This is " + who.first() + ".");
            }
            parts.kind().ifPresent(kind -> sentences.add(capital(kind.text()) + "."));
            return String.join(" ", sentences);
        }
    },

    /** "On the steppe at night, Oruna, smiling, in a robe, with green eyes". */
    PLACED {
        @Override
        String text(Parts parts, Who who) {
            return capital(
                    joined(
                            words(parts.place()),
                            who.first(),
                            list(parts.pose()),
                            words(parts.tilt()),
                            after("in ", parts.outfit()),
                            after("with ", parts.person()),
                            words(parts.kind())));
        }
    };

    /** The caption that says these things of that person. */
    abstract String text(Parts parts, Who who);

    private static String words(Optional<Phrase> phrase) {
        return phrase.map(Phrase::text).orElse("");
    }

    private static String after(String lead, List<Phrase> phrases) {
        return phrases.isEmpty() ? "" : lead + list(phrases);
    }

    /** "this, that and the other". */
    private static String list(List<Phrase> phrases) {
        List<String> texts = phrases.stream().map(Phrase::text).toList();
        int last = texts.size() - 1;
        return last < 1
                ? String.join("", texts)
                : String.join(", ", texts.subList(0, last)) + " and " + texts.get(last);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
