package atelier.ui.library;

import atelier.ui.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Times as people say them: today the hour, else the day, too.
 *
 * @param clock tells what today is, where the user is
 */
record Moments(Texts texts, Clock clock) {

    /** A time in the language chosen. */
    String say(Instant when) {
        Locale locale = texts.language().get().locale();
        ZonedDateTime there = when.atZone(clock.getZone());
        String hour = DateTimeFormatter.ofPattern("HH:mm", locale).format(there);
        if (there.toLocalDate().equals(clock.instant().atZone(clock.getZone()).toLocalDate())) {
            return texts.say("library.today", hour);
        }
        String day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(there);
        return texts.say("library.on-day", day, hour);
    }
}
