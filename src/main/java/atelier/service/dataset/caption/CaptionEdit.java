package atelier.service.dataset.caption;

import atelier.model.AtelierException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What is done to captions. */
public sealed interface CaptionEdit {

    /** In a few words, for the user who wants to undo it. */
    String words();

    /**
     * Puts the trigger in front of every caption that lacks it; those of pictures for
     * regularisation stay.
     *
     * @param trigger word or phrase
     */
    record AddTrigger(String trigger) implements CaptionEdit {

        /** Takes it in one line. */
        public AddTrigger {
            trigger = notBlank(trigger, "trigger to add");
        }

        @Override
        public String words() {
            return "adding the trigger '%s'".formatted(trigger);
        }
    }

    /**
     * Replaces a phrase wherever it stands as words of its own, in any case of letters.
     *
     * @param phrase word or phrase
     * @param with empty to take it away, with its comma where it was a whole tag
     */
    record Replace(String phrase, String with) implements CaptionEdit {

        /** Takes both in one line. */
        public Replace {
            phrase = notBlank(phrase, "phrase to replace");
            with = CaptionText.oneLine(with);
        }

        @Override
        public String words() {
            return "replacing '%s' by '%s'".formatted(phrase, with);
        }
    }

    /**
     * Takes a tag away, in any case of letters; a longer tag that contains it stays.
     *
     * @param tag what stands between two commas
     */
    record Remove(String tag) implements CaptionEdit {

        /** Takes it in one line. */
        public Remove {
            tag = notBlank(tag, "tag to remove");
        }

        @Override
        public String words() {
            return "removing the tag '%s'".formatted(tag);
        }
    }

    /**
     * Gives one picture another caption.
     *
     * @param file the picture, or its caption's file; a name alone stands for a file of that name
     *     among those of the pictures
     * @param text the new caption
     */
    record Set(Path file, String text) implements CaptionEdit {

        /** Takes the text in one line. */
        public Set {
            text = CaptionText.oneLine(text);
        }

        @Override
        public String words() {
            return "setting the caption of " + file.getFileName();
        }
    }

    /**
     * Gives several pictures other captions.
     *
     * @param words what it is, for the user
     * @param texts the new captions by the pictures' files
     */
    record SetEach(String words, Map<Path, String> texts) implements CaptionEdit {

        /** Copies the map, with each text in one line. */
        public SetEach {
            Map<Path, String> lines = new HashMap<>();
            texts.forEach((file, text) -> lines.put(file, CaptionText.oneLine(text)));
            texts = Map.copyOf(lines);
        }
    }

    private static String notBlank(String text, String what) {
        if (text.isBlank()) {
            throw new AtelierException("The %s is empty: say which one.".formatted(what));
        }
        return CaptionText.oneLine(text);
    }
}
