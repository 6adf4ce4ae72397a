package atelier.model.dataset;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Something about a picture that its owner should look at. Texts are English; a window in another
 * language has words of its own for each kind, around the same figures.
 */
public sealed interface Finding {

    /** Which kind, as programs know it: "noCaption", "tooSmall" and so on. */
    default String kind() {
        String name = getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** In a word or two, as a badge on the picture. */
    String badge();

    /** What it is, with its figures, and what to do. */
    String sentence();

    /** There is no caption, only the trigger if there is one. */
    record NoCaption() implements Finding {
        @Override
        public String badge() {
            return "No caption";
        }

        @Override
        public String sentence() {
            return "It has no caption; say in a .txt file of its name what else than the subject it shows.";
        }
    }

    /** No face was found in it. */
    record NoFace() implements Finding {
        @Override
        public String badge() {
            return "No face";
        }

        @Override
        public String sentence() {
            return "No face was found in it; leave it out if the face is what is to be learned.";
        }
    }

    /**
     * Its largest face is small in training.
     *
     * @param side how high it is then, in pixels
     */
    record SmallFace(int side) implements Finding {
        @Override
        public String badge() {
            return "Face %d px".formatted(side);
        }

        @Override
        public String sentence() {
            return "Its face is %d pixels high in training, too few to learn from; crop it closer, or train at a larger size."
                    .formatted(side);
        }
    }

    /**
     * Training cuts its largest face.
     *
     * @param kept share of the face's area that is trained on, from 0 to 1
     */
    record CutFace(double kept) implements Finding {
        @Override
        public String badge() {
            return "Face cut";
        }

        @Override
        public String sentence() {
            return "Only %d %% of its face is in the crop; crop it yourself, or train with subjectCrop=true."
                    .formatted(Math.round(100 * kept));
        }
    }

    /**
     * It shows several people.
     *
     * @param count of faces that are about as large as the largest, which is one of them
     */
    record SeveralFaces(int count) implements Finding {
        @Override
        public String badge() {
            return count + " faces";
        }

        @Override
        public String sentence() {
            return "It shows %d faces of like size; leave it out or crop it if one person is what is to be learned."
                    .formatted(count);
        }
    }

    /**
     * It is enlarged for training.
     *
     * @param side its shorter one, in pixels
     * @param scale more than 1
     */
    record TooSmall(int side, double scale) implements Finding {

        /** Up to here an enlarged picture still teaches detail. */
        public static final double MOST = 1.5;

        @Override
        public String badge() {
            return side + " px: small";
        }

        @Override
        public String sentence() {
            return String.format(
                    Locale.ROOT,
                    scale > MOST
                            ? "It is enlarged ×%.2f, more than ×1.5, and will teach blur; take a larger copy, or leave it out."
                            : "It is enlarged ×%.2f; a larger copy would teach more detail.",
                    scale);
        }
    }

    /**
     * Nothing in it is sharp.
     *
     * @param sharpness as {@link PictureMeasures#sharpness}
     */
    record Blurred(double sharpness) implements Finding {
        @Override
        public String badge() {
            return "Blurred";
        }

        @Override
        public String sentence() {
            return String.format(
                    Locale.ROOT,
                    "It is blurred or very soft: its sharpness is %.0f, and that of sharp pictures 100 and more; leave it out if the subject is not sharp.",
                    sharpness);
        }
    }

    /**
     * Much of it is black.
     *
     * @param share from 0 to 1
     */
    record ClippedShadows(double share) implements Finding {
        @Override
        public String badge() {
            return "Too dark";
        }

        @Override
        public String sentence() {
            return "%d %% of it is black without detail; brighten it, unless that is a background."
                    .formatted(Math.round(100 * share));
        }
    }

    /**
     * Much of it is white.
     *
     * @param share from 0 to 1
     */
    record ClippedHighlights(double share) implements Finding {
        @Override
        public String badge() {
            return "Too bright";
        }

        @Override
        public String sentence() {
            return "%d %% of it is white without detail; darken it, unless that is a background."
                    .formatted(Math.round(100 * share));
        }
    }

    /**
     * It is nearly of one brightness.
     *
     * @param range from 0 to 1
     */
    record LowContrast(double range) implements Finding {
        @Override
        public String badge() {
            return "Flat";
        }

        @Override
        public String sentence() {
            return "It uses %d %% of the range from black to white; raise its contrast, or leave it out."
                    .formatted(Math.round(100 * range));
        }
    }

    /**
     * It shows nearly the same as another.
     *
     * @param of the other
     * @param distance in how many of 64 signs their perceptual hashes differ
     */
    record NearCopy(Path of, int distance) implements Finding {
        @Override
        public String badge() {
            return "Like " + of.getFileName();
        }

        @Override
        public String sentence() {
            return "It shows nearly the same as %s (%d of 64 signs differ); keep one, or that one counts twice."
                    .formatted(of.getFileName(), distance);
        }
    }

    /**
     * Much of it is cut off.
     *
     * @param kept share of its area that is trained on, from 0 to 1
     */
    record MuchCropped(double kept) implements Finding {
        @Override
        public String badge() {
            return "Cut to %d %%".formatted(Math.round(100 * kept));
        }

        @Override
        public String sentence() {
            return "Only %d %% of it fit the nearest size; crop it yourself so that the subject stays in."
                    .formatted(Math.round(100 * kept));
        }
    }

    /**
     * Its background is laid over a colour.
     *
     * @param share see-through, from 0 to 1
     */
    record Transparent(double share) implements Finding {
        @Override
        public String badge() {
            return "Transparent";
        }

        @Override
        public String sentence() {
            return "%d %% of it is see-through and takes the background colour, which the model learns; vary backgrounds, or paint one."
                    .formatted(Math.round(100 * share));
        }
    }
}
