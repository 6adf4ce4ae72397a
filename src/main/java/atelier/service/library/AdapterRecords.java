package atelier.service.library;

import atelier.model.adapter.AdapterInfo;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import java.time.Instant;
import java.util.List;

/** What the index keeps of adapters that are new to it. */
final class AdapterRecords {

    private AdapterRecords() {}

    /**
     * An adapter of which its owner said something.
     *
     * @param name of its file
     * @param trigger what calls it up; empty to take what the file says
     * @param character slug of the character that it was trained on; empty for none
     */
    static AdapterRecord of(
            String name,
            AdapterInfo info,
            AdapterType type,
            String trigger,
            String character,
            String sha256,
            Instant added) {
        String title = info.title() == null ? "" : info.title().strip();
        return new AdapterRecord(
                name,
                title.isEmpty() ? PictureImport.stem(name) : title,
                type,
                trigger.isBlank() ? trigger(info) : trigger.strip(),
                character,
                "",
                false,
                List.of(),
                sha256,
                info.bytes(),
                added,
                false);
    }

    /** An adapter as its file describes itself. */
    static AdapterRecord found(String name, AdapterInfo info, String sha256, Instant added) {
        return of(name, info, type(name, info), "", "", sha256, added);
    }

    /** What an adapter is taken for whose file is all that is known. */
    static AdapterType type(String name, AdapterInfo info) {
        return TypeGuess.of(name, info, trigger(info));
    }

    private static String trigger(AdapterInfo info) {
        return info.triggerPhrase() == null ? "" : info.triggerPhrase().strip();
    }
}
