package atelier.service.generation.metadata;

import atelier.model.generation.AdapterProvenance;
import atelier.model.generation.FileIdentity;
import atelier.model.generation.ImageProvenance;
import atelier.model.generation.ImageSettings;
import atelier.model.generation.MentionedAdapter;
import atelier.model.generation.MentionedFile;
import atelier.model.generation.MentionedName;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Atelier's own metadata: a JSON object with a schema name and everything an image was made with.
 */
final class AtelierSettings implements ForeignSettings {

    /** Under this keyword it stands in a PNG file. */
    static final String KEYWORD = "atelier";

    private static final String SCHEMA = "atelier.image/1";

    /** What stands in the file. */
    private record Envelope(String schema, ImageProvenance image) {
        Envelope {
            Objects.requireNonNull(image, "image");
        }
    }

    /** The JSON for one image, in ASCII. */
    static String write(ImageProvenance image) {
        return Json.MAPPER.writeValueAsString(new Envelope(SCHEMA, image));
    }

    @Override
    public @Nullable ImageSettings read(Map<String, String> texts) {
        String text = texts.get(KEYWORD);
        JsonNode json = Json.object(text);
        if (text == null || json == null || !SCHEMA.equals(Json.text(json, "schema"))) {
            return null;
        }
        try {
            return settings(text, Json.MAPPER.treeToValue(json, Envelope.class).image());
        } catch (JacksonException e) {
            return null;
        }
    }

    private static ImageSettings settings(String text, ImageProvenance image) {
        SettingsDraft draft = new SettingsDraft("Atelier", text);
        draft.prompt = image.prompt();
        draft.negative = image.negative();
        draft.template = image.template();
        draft.width = image.width();
        draft.height = image.height();
        draft.sampler = own(image.sampling().sampler());
        draft.schedule = own(image.sampling().schedule());
        draft.steps = image.sampling().steps();
        draft.guidance = image.sampling().guidance();
        draft.guidanceRescale = image.sampling().guidanceRescale();
        draft.eta = image.sampling().eta();
        draft.seed = image.seed();
        draft.strength = image.init() == null ? null : image.init().strength();
        draft.clipSkip = image.clipSkip();
        draft.emphasis = image.emphasis();
        draft.model = mention(image.model().file());
        draft.vae = image.model().vae() == null ? null : mention(image.model().vae());
        for (AdapterProvenance adapter : image.model().adapters()) {
            draft.adapters.add(new MentionedAdapter(mention(adapter.file()), adapter.weight()));
        }
        draft.provenance = image;
        return draft.finish();
    }

    private static MentionedName own(String id) {
        return new MentionedName(id, id);
    }

    private static MentionedFile mention(FileIdentity file) {
        return new MentionedFile(file.name(), file.sha256());
    }
}
