package atelier.engine.lora;

import atelier.engine.weights.SafetensorsFile;
import atelier.model.adapter.AdapterInfo;
import atelier.model.adapter.AdapterLayout;
import atelier.model.adapter.AdapterMethod;
import atelier.model.adapter.ModuleGroup;
import atelier.model.library.ModelFamily;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Describes an adapter file for people. */
final class AdapterInspector {

    private static final String TITLE = "modelspec.title";
    private static final String TRIGGER = "modelspec.trigger_phrase";
    private static final String THUMBNAIL = "modelspec.thumbnail";
    private static final List<String> HASHES =
            List.of("sshs_model_hash", "sshs_legacy_hash", "modelspec.hash_sha256");

    private AdapterInspector() {}

    static AdapterInfo describe(SafetensorsFile file, AdapterContent content, ModelFamily family) {
        Map<String, String> all = file.metadata();
        SequencedMap<String, String> hashes = new LinkedHashMap<>();
        SequencedMap<String, String> rest = new LinkedHashMap<>();
        all.forEach((key, value) -> {
            if (HASHES.contains(key)) {
                hashes.put(key, value);
            } else if (!key.equals(THUMBNAIL)) {
                rest.put(key, value);
            }
        });
        return new AdapterInfo(
                file.path(),
                file.stamp().size(),
                layout(file, content),
                family,
                groups(content),
                file.tensors().values().stream()
                        .map(tensor -> tensor.dtype().name())
                        .distinct()
                        .sorted()
                        .toList(),
                all.getOrDefault(TITLE, all.get("ss_output_name")),
                all.get(TRIGGER),
                TagFrequency.top(all.get("ss_tag_frequency")),
                all.get("ss_sd_model_name"),
                all.getOrDefault("ss_new_sd_model_hash", all.get("ss_sd_model_hash")),
                hashes,
                all.containsKey(THUMBNAIL),
                rest,
                content.notes());
    }

    private static AdapterLayout layout(SafetensorsFile file, AdapterContent content) {
        List<String> stems = content.layers().stream().map(LayerAdapter::stem).toList();
        if (stems.stream().anyMatch(stem -> stem.contains("diffusion_model."))) {
            return AdapterLayout.COMFYUI;
        }
        if (stems.stream().anyMatch(stem -> stem.indexOf('.') >= 0)) {
            boolean older =
                    file.tensors().keySet().stream()
                            .anyMatch(name ->
                                    name.matches(
                                            ".*(lora|lora_linear_layer)\\.(down|up)\\.weight"));
            return older ? AdapterLayout.DIFFUSERS : AdapterLayout.PEFT;
        }
        boolean diffusersBlocks =
                stems.stream()
                        .anyMatch(stem -> stem.matches(".*_(down_blocks|mid_block|up_blocks)_.*"));
        return diffusersBlocks ? AdapterLayout.KOHYA_DIFFUSERS : AdapterLayout.KOHYA;
    }

    private static List<ModuleGroup> groups(AdapterContent content) {
        SequencedMap<ModuleGroup, Integer> counts = new LinkedHashMap<>();
        for (LayerAdapter layer : content.layers()) {
            counts.merge(group(layer), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getKey().withLayers(entry.getValue()))
                .toList();
    }

    private static ModuleGroup group(LayerAdapter layer) {
        String network = layer.name().network().title();
        Delta delta = layer.delta();
        if (delta == null) {
            return new ModuleGroup(network, AdapterMethod.FULL, false, false, 0, 0, 0);
        }
        boolean dora = layer.magnitude() != null;
        return new ModuleGroup(
                network, delta.method(), dora, delta.hasKernel(), delta.rank(), delta.alpha(), 0);
    }
}
