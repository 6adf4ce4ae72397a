package atelier.cli;

import atelier.model.library.HealthFinding;
import java.util.Locale;

/** What the health check found, in one sentence that says how it is mended. */
final class TroubleWords {

    private TroubleWords() {}

    /** The sentence, without a stop. */
    static String of(HealthFinding finding) {
        String name = finding.name();
        String detail = finding.detail();
        int number = finding.number();
        return switch (finding.trouble()) {
            case CARD_MISSING ->
                    "%s: the card beside it is gone; --fix writes it from the index"
                            .formatted(name);
            case CARD_DAMAGED ->
                    "%s: the card beside it is damaged; --fix writes it anew".formatted(name);
            case CARD_OF_ANOTHER ->
                    "%s: the card beside it names %s; --fix writes it anew".formatted(name, detail);
            case CARD_DIFFERS ->
                    "%s: the card beside it and the index differ; --fix takes the card"
                            .formatted(name);
            case FILE_MOVED ->
                    "%s: its file lies at %s now; --fix links it again".formatted(name, detail);
            case COPY_FOUND ->
                    "%s: its file is damaged, and a sound copy is %s; --fix takes that"
                            .formatted(name, detail);
            case FILE_MISSING ->
                    "%s: its file is gone; put it back, use --relink, train it again, or --fix takes it out of the library"
                            .formatted(name);
            case FILE_DAMAGED ->
                    "%s: its file is damaged (%s); put a copy back, train it again, or --fix moves it to the trash"
                            .formatted(name, detail);
            case FILE_CHANGED ->
                    "%s: its file has another content; --fix takes it as it is".formatted(name);
            case PICTURES_GONE ->
                    "%s: %d pictures are gone; --fix takes them out of the index"
                            .formatted(name, number);
            case PICTURES_DIFFER ->
                    "%s: %d pictures differ from the index; --fix takes those that are there"
                            .formatted(name, number);
            case RUN_DAMAGED ->
                    "Run %s cannot be read (%s); --fix moves it to the trash"
                            .formatted(name, detail);
            case MODEL_DAMAGED ->
                    "Model %s is damaged (%s); --fix moves it to the trash, then fetch it again"
                            .formatted(name, detail);
            case TRAINING_STALE ->
                    "%s is marked as being trained, and no job trains it; --fix marks it as error"
                            .formatted(name);
            case STATE_TOO_EARLY ->
                    "%s lacks its trigger or its pictures; --fix sets its state back"
                            .formatted(name);
            case NO_ADAPTER ->
                    "%s is completed and has no adapter; train it again, or --fix marks it as error"
                            .formatted(name);
            case CHARACTER_UNKNOWN ->
                    "%s names the character %s, which is not there; --fix clears that"
                            .formatted(name, detail);
            case TYPE_DIFFERS ->
                    "%s has another type than its character; --fix sets it to %s"
                            .formatted(name, detail.toLowerCase(Locale.ROOT));
            case TRIGGER_KNOWN ->
                    "%s has no trigger; --fix sets it to %s, as its file or its character says"
                            .formatted(name, detail);
            case TRIGGER_UNKNOWN ->
                    "%s has no trigger, and nothing tells it; write down what it was trained with"
                            .formatted(name);
            case TRIGGER_WORDS ->
                    "%s is a style with several trigger words (%s); write down the one it was trained with"
                            .formatted(name, detail);
            case TRIGGER_TWICE ->
                    "%s has the same trigger as %s, so that both answer to it; write down another, or use one at a time"
                            .formatted(name, detail);
            case STORED_TWICE ->
                    "%s has the same bytes as %s; --fix moves it to the trash"
                            .formatted(name, detail);
            case UNLISTED ->
                    "%s lies among the adapters and is not in the index; --fix takes it in"
                            .formatted(name);
            case NAME_TWICE ->
                    "%s: the name is there twice; --fix makes it %s".formatted(name, detail);
            case CHARACTER_UNLISTED ->
                    "Character %s is not in the index; --fix takes it in".formatted(name);
            case IMAGES_GONE -> "%d images are gone; --fix forgets them".formatted(number);
            case IMAGES_NEW ->
                    "%d images are not in the index; --fix takes them in".formatted(number);
            case IMAGES_CHANGED ->
                    "%d images were written again; --fix reads them again".formatted(number);
            case RUNS_GONE -> "%d runs are gone; --fix forgets them".formatted(number);
            case RUNS_NEW -> "%d runs are not in the index; --fix takes them in".formatted(number);
            case RUNS_CHANGED -> "%d runs went on; --fix reads them again".formatted(number);
        };
    }
}
