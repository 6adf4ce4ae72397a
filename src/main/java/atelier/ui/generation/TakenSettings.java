package atelier.ui.generation;

import atelier.model.generation.GenerationDraft;
import atelier.model.generation.ImageSettings;
import atelier.model.generation.MentionedAdapter;
import atelier.model.generation.MentionedFile;
import atelier.model.generation.MentionedName;
import atelier.model.generation.MentionedSampling;
import atelier.model.library.AdapterRecord;
import atelier.service.prompt.PromptService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of what an image tells the order that makes it again. */
record TakenSettings(List<AdapterRecord> library) {

    private static final double FULL = 1;

    /**
     * The order.
     *
     * @param now what stands in the form, for what the image does not tell
     */
    GenerationDraft draft(ImageSettings image, GenerationDraft now) {
        MentionedSampling sampling = image.sampling();
        String prompt = image.prompt();
        return new GenerationDraft(
                prompt == null ? now.prompt() : PromptService.literal(prompt),
                prompt != null && image.negative() == null
                        ? ""
                        : or(image.negative(), now.negative()),
                List.of(),
                image.model() == null ? now.model() : image.model().name(),
                or(image.width(), now.width()),
                or(image.height(), now.height()),
                or(sampling.steps(), now.steps()),
                or(sampling.guidance(), now.guidance()),
                id(sampling.sampler(), now.sampler()),
                id(sampling.schedule(), now.schedule()),
                or(sampling.seed(), now.seed()),
                1,
                adapters(image.adapters()));
    }

    private static <T> T or(@Nullable T told, T other) {
        return told == null ? other : told;
    }

    private static String id(@Nullable MentionedName told, String other) {
        return told == null || told.id() == null ? other : told.id();
    }

    private Map<String, Double> adapters(List<MentionedAdapter> told) {
        Map<String, Double> adapters = new LinkedHashMap<>();
        for (MentionedAdapter one : told) {
            for (AdapterRecord there : library) {
                if (is(one.file(), there)) {
                    adapters.put(there.file(), or(one.weight(), FULL));
                    break;
                }
            }
        }
        return adapters;
    }

    /** By content, or by name where the image does not tell that. */
    private static boolean is(MentionedFile told, AdapterRecord there) {
        if (told.hash() != null && there.sha256().startsWith(told.hash())) {
            return true;
        }
        return !told.name().isEmpty() && stem(told.name()).equals(stem(there.file()));
    }

    private static String stem(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".safetensors")
                ? name.substring(0, name.length() - ".safetensors".length())
                : name;
    }
}
