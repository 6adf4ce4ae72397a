package atelier.service.review.feature;

import atelier.model.AtelierException;
import atelier.model.review.FeatureCategory;
import atelier.model.review.FeatureLists;
import atelier.service.page.Page;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.FormatJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that tells what to look for in pictures: JSON that people edit. The one that comes along
 * has the words of the starter model's captions, and the sharpness at which that model is as sure
 * as it is right: 30, where those of 192 painted portraits were least surprising. CLIP as published
 * was trained up to 100.
 *
 * @param format of the file
 * @param lists what to look for
 */
public record FeatureListsFile(int format, FeatureLists lists) {

    private static final int FORMAT = 1;
    private static final String OWN = "features.json";

    /** Refuses a file without lists. */
    public FeatureListsFile {
        Objects.requireNonNull(lists, "lists");
    }

    /** What comes along, to be edited. */
    public static void writeUsual(Path file) {
        byte[] text = Page.resource(FeatureListsFile.class, OWN).getBytes(StandardCharsets.UTF_8);
        AtomicFiles.replace(file, out -> out.write(text));
    }

    /** What comes along. */
    public static FeatureLists usual() {
        return checked(
                FormatJson.parse(
                        OWN,
                        Page.resource(FeatureListsFile.class, OWN),
                        FeatureListsFile.class,
                        FORMAT),
                OWN);
    }

    /**
     * What a file tells; what comes along where none is named.
     *
     * @throws AtelierException if it cannot be read, or names nothing to look for
     */
    public static FeatureLists read(@Nullable Path file) {
        return file == null
                ? usual()
                : checked(FormatJson.read(file, FeatureListsFile.class, FORMAT), file.toString());
    }

    private static FeatureLists checked(FeatureListsFile file, String name) {
        FeatureLists lists = file.lists();
        require(
                lists.sharpness() > 0 && Double.isFinite(lists.sharpness()),
                name,
                "its sharpness must be a number above 0");
        require(!lists.categories().isEmpty(), name, "it must have at least one category");
        Set<String> names = new HashSet<>();
        for (FeatureCategory category : lists.categories()) {
            String which = "the category \"%s\" ".formatted(category.name());
            require(
                    !category.name().isBlank() && names.add(category.name()),
                    name,
                    which + "must have a name unlike any other's");
            require(
                    category.values().size() > 1 && isDistinct(category.values()),
                    name,
                    which + "must have at least two values, unlike each other");
            require(
                    !category.asked().isEmpty()
                            && category.asked().stream().allMatch(FeatureListsFile::hasGap)
                            && hasGap(category.said()),
                    name,
                    which + "must have the gap {} in what is asked and said");
        }
        return lists;
    }

    private static boolean isDistinct(List<String> values) {
        return Set.copyOf(values).size() == values.size()
                && values.stream().noneMatch(String::isBlank);
    }

    private static boolean hasGap(String form) {
        return form.contains(FeatureCategory.GAP);
    }

    private static void require(boolean holds, String file, String what) {
        if (!holds) {
            throw new AtelierException(
                    "%s does not tell what to look for in pictures: %s.".formatted(file, what));
        }
    }
}
