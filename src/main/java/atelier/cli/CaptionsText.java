package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.cli.output.TerminalText;
import atelier.model.adapter.TagCount;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetPicture;
import atelier.service.dataset.caption.CaptionChange;
import atelier.service.dataset.caption.CaptionJournal;
import atelier.service.dataset.caption.Tags;
import java.util.ArrayList;
import java.util.List;

/** Captions and what is changed in them, for people or for programs. */
final class CaptionsText {

    private static final String UNDO = "atelier captions DIR --undo --apply takes that back";

    private CaptionsText() {}

    /** The tags of a data set's captions. */
    static void list(JobOutput output, Dataset dataset) {
        List<DatasetPicture> pictures = dataset.pictures();
        List<TagCount> tags = Tags.ranked(pictures.stream().map(DatasetPicture::caption).toList());
        long captioned = pictures.stream().filter(one -> one.captionFile() != null).count();
        if (output.isJson()) {
            for (DatasetPicture picture : pictures) {
                output.result(
                        "caption",
                        Facts.of("picture", picture.file())
                                .and("file", picture.captionFile())
                                .and("text", picture.caption()),
                        "");
            }
        }
        List<String> lines = new ArrayList<>();
        if (!tags.isEmpty()) {
            Columns columns = new Columns("captions", "tag");
            tags.forEach(tag -> columns.row(Long.toString(tag.count()), tag.tag()));
            lines.addAll(columns.lines());
            lines.add("");
        }
        lines.add(
                "%s, %d with a caption; %s"
                        .formatted(
                                Amounts.of(pictures.size(), "picture"),
                                captioned,
                                Amounts.of(tags.size(), "tag")));
        output.result(
                "captions",
                Facts.of("pictures", pictures.size()).and("captioned", captioned).and("tags", tags),
                String.join(System.lineSeparator(), lines));
    }

    /** What an edit changes, or changed. */
    static void changes(
            JobOutput output, String what, List<CaptionChange> changes, boolean applied) {
        String end =
                applied
                        ? "%s changed; --undo --apply takes that back"
                        : "%s to change; --apply writes that";
        show(output, what, changes, applied, end);
    }

    /** Captions that were proposed and written. */
    static void written(JobOutput output, String what, List<CaptionChange> changes) {
        show(output, what, changes, true, "%s written; " + UNDO);
    }

    /** Captions that are proposed. */
    static void proposed(JobOutput output, String what, List<CaptionChange> changes) {
        show(output, what, changes, false, "%s to write; --yes writes without asking");
    }

    /** Captions that were written after it was asked. */
    static void confirmed(JobOutput output, int count) {
        output.result(
                "written",
                Facts.of("count", count),
                "%s written; %s".formatted(count(count), UNDO));
    }

    /** What undoing changes, or changed. */
    static void undone(JobOutput output, CaptionJournal.Entry last, boolean applied) {
        List<CaptionChange> back =
                last.changes().stream()
                        .map(change ->
                                new CaptionChange(
                                        change.file(),
                                        change.after(),
                                        change.before() == null ? "" : change.before()))
                        .toList();
        show(
                output,
                "undoing: " + last.words(),
                back,
                applied,
                applied ? "%s restored" : "%s to restore; --apply writes that");
    }

    private static void show(
            JobOutput output,
            String what,
            List<CaptionChange> changes,
            boolean applied,
            String end) {
        List<String> lines = new ArrayList<>();
        for (CaptionChange change : changes) {
            if (output.isJson()) {
                output.result(
                        "change",
                        Facts.of("file", change.file())
                                .and("before", change.before())
                                .and("after", change.after()),
                        "");
            }
            lines.add(TerminalText.oneLine(change.file().toString()));
            if (change.before() != null) {
                lines.add("- " + TerminalText.oneLine(change.before().strip()));
            }
            lines.add("+ " + TerminalText.oneLine(change.after().strip()));
        }
        boolean any = !changes.isEmpty();
        lines.add(
                TerminalText.oneLine(what)
                        + ": "
                        + (any ? end.formatted(count(changes.size())) : "nothing to change"));
        output.result(
                "changes",
                Facts.of("what", what).and("count", changes.size()).and("applied", applied && any),
                String.join(System.lineSeparator(), lines));
    }

    private static String count(int captions) {
        return captions == 1 ? "one caption" : captions + " captions";
    }
}
