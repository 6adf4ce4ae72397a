package atelier.ui.dataset;

import atelier.model.dataset.Finding;
import atelier.model.dataset.LeftOut;
import atelier.ui.text.Phrase;
import java.nio.file.Path;

/** What findings are called in the window. */
final class FindingPhrases {

    private FindingPhrases() {}

    /** In a word or two, on the picture. */
    static Phrase badge(Finding finding) {
        return switch (finding) {
            case Finding.NoCaption _ -> Phrase.of("badge.no-caption");
            case Finding.NoFace _ -> Phrase.of("badge.no-face");
            case Finding.SmallFace face -> Phrase.of("badge.small-face", face.side());
            case Finding.CutFace _ -> Phrase.of("badge.cut-face");
            case Finding.SeveralFaces faces -> Phrase.of("dataset.faces", faces.count());
            case Finding.TooSmall small -> Phrase.of("badge.small", small.side());
            case Finding.Blurred _ -> Phrase.of("badge.blurred");
            case Finding.ClippedShadows _ -> Phrase.of("badge.dark");
            case Finding.ClippedHighlights _ -> Phrase.of("badge.bright");
            case Finding.LowContrast _ -> Phrase.of("badge.flat");
            case Finding.NearCopy copy -> Phrase.of("badge.like", name(copy.of()));
            case Finding.MuchCropped cut -> Phrase.of("badge.cut", cut.kept());
            case Finding.Transparent _ -> Phrase.of("badge.transparent");
        };
    }

    /** In a sentence, with what to do. */
    static Phrase sentence(Finding finding) {
        return switch (finding) {
            case Finding.NoCaption _ -> Phrase.of("finding.no-caption");
            case Finding.NoFace _ -> Phrase.of("finding.no-face");
            case Finding.SmallFace face -> Phrase.of("finding.small-face", face.side());
            case Finding.CutFace face -> Phrase.of("finding.cut-face", face.kept());
            case Finding.SeveralFaces faces -> Phrase.of("finding.faces", faces.count());
            case Finding.TooSmall small -> Phrase.of("finding.small", small.scale());
            case Finding.Blurred _ -> Phrase.of("finding.blurred");
            case Finding.ClippedShadows dark -> Phrase.of("finding.dark", dark.share());
            case Finding.ClippedHighlights bright -> Phrase.of("finding.bright", bright.share());
            case Finding.LowContrast flat -> Phrase.of("finding.flat", flat.range());
            case Finding.NearCopy copy -> Phrase.of("finding.like", name(copy.of()));
            case Finding.MuchCropped cut -> Phrase.of("finding.cut", cut.kept());
            case Finding.Transparent clear -> Phrase.of("finding.transparent", clear.share());
        };
    }

    /** The icon that goes with it. */
    static String icon(Finding finding) {
        return switch (finding) {
            case Finding.NoCaption _ -> "type";
            case Finding.NoFace _ -> "user-x";
            case Finding.SmallFace _, Finding.CutFace _ -> "smile";
            case Finding.SeveralFaces _ -> "users";
            case Finding.TooSmall _ -> "minimize-2";
            case Finding.Blurred _ -> "droplet";
            case Finding.NearCopy _ -> "copy";
            case Finding.MuchCropped _ -> "crop";
            case Finding.ClippedShadows _ -> "moon";
            case Finding.ClippedHighlights _ -> "sun";
            case Finding.LowContrast _ -> "minus";
            case Finding.Transparent _ -> "layers";
        };
    }

    /** Why a picture is left out, on the picture. */
    static Phrase badge(LeftOut out) {
        return out.copyOf() == null
                ? Phrase.of("badge.left-out")
                : Phrase.of("badge.same", name(out.copyOf()));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
