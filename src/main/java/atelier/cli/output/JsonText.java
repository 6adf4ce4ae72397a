package atelier.cli.output;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON for other programs: one line of ASCII, so that no terminal, pipe or code page changes it.
 * Records become objects, paths become text as the user writes them.
 */
final class JsonText {

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build())
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .addModule(new SimpleModule().addSerializer(Path.class, new PathText()))
                    .build();

    private JsonText() {}

    /** The object that tells of an event. */
    static String of(String event, Facts facts) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>(facts.values());
        fields.putFirst("event", event);
        return MAPPER.writeValueAsString(fields);
    }

    private static final class PathText extends ValueSerializer<Path> {
        @Override
        public void serialize(Path path, JsonGenerator out, SerializationContext context) {
            out.writeString(path.toString());
        }
    }
}
