package atelier.model.adapter;

import atelier.model.library.ModelFamily;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What an adapter file says of itself, read from its header alone.
 *
 * @param file where it lies
 * @param bytes its size
 * @param layout how it names its tensors
 * @param family the kind of model it was trained on, by names, shapes and metadata
 * @param groups its layers by network, method, rank and alpha
 * @param types element types of its tensors, by the names of the format, such as "F16"
 * @param title as its author named it; null where the file has none
 * @param triggerPhrase what to put into the prompt; null where the file has none
 * @param tags the commonest tags of its training captions, commonest first; where there is no
 *     trigger phrase, one is often among them
 * @param baseName file name of the model it was trained on; null where the file has none
 * @param baseHash SHA-256 of that model's file, or its old eight-digit hash; null where the file
 *     has none
 * @param hashes its own hashes as stored, by the names of the metadata
 * @param thumbnail whether it carries a picture
 * @param metadata all other text metadata, in the order of the file
 * @param notes what was passed over in reading it, one sentence each
 */
public record AdapterInfo(
        Path file,
        long bytes,
        AdapterLayout layout,
        ModelFamily family,
        List<ModuleGroup> groups,
        List<String> types,
        @Nullable String title,
        @Nullable String triggerPhrase,
        List<TagCount> tags,
        @Nullable String baseName,
        @Nullable String baseHash,
        SequencedMap<String, String> hashes,
        boolean thumbnail,
        SequencedMap<String, String> metadata,
        List<String> notes) {}
