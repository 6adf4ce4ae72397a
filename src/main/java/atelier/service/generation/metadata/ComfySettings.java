package atelier.service.generation.metadata;

import atelier.model.generation.ImageSettings;
import atelier.model.generation.MentionedFile;
import atelier.service.generation.metadata.ComfyGraph.Node;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The graph that ComfyUI writes: the settings are those of the first sampler on the way to the
 * saved image, with what is linked to it.
 */
final class ComfySettings implements ForeignSettings {

    static final String SOURCE = "ComfyUI";

    /** What a sampler takes beside the latents it goes on from. */
    private static final Set<String> ASIDE =
            Set.of("model", "clip", "vae", "positive", "negative", "guider", "sampler", "sigmas");

    @Override
    public @Nullable ImageSettings read(Map<String, String> texts) {
        String text = texts.get("prompt");
        JsonNode json = Json.object(text);
        ComfyGraph graph = json == null ? null : ComfyGraph.of(json);
        if (text != null && graph != null) {
            return settings(text, graph);
        }
        String workflow = texts.get("workflow");
        if (workflow == null || !workflow.contains("\"nodes\"")) {
            return null;
        }
        SettingsDraft draft = new SettingsDraft(SOURCE, workflow);
        draft.remarks.add(
                "The image holds ComfyUI's editor layout alone, without the values that were run; open it in ComfyUI.");
        return draft.finish();
    }

    private static ImageSettings settings(String text, ComfyGraph graph) {
        SettingsDraft draft = new SettingsDraft(SOURCE, text);
        Node sampler = firstSampler(graph);
        if (sampler == null) {
            draft.remarks.add(
                    "No sampler that Atelier knows was found in ComfyUI's graph; open the image in ComfyUI.");
            return draft.finish();
        }
        if (graph.count(ComfySettings::isSampler) > 1) {
            draft.remarks.add(
                    "The graph samples more than once; these are the settings of the first pass.");
        }
        Node guider = graph.source(sampler, "guider");
        readPrompts(draft, graph, sampler, guider == null ? sampler : guider);
        readSampling(draft, graph, sampler, guider == null ? sampler : guider);
        readLatents(draft, graph, sampler);
        ComfyModel.read(draft, graph, guider == null || sampler.has("model") ? sampler : guider);
        readVae(draft, graph);
        return draft.finish();
    }

    /** From the saved image back to the sampler that no other one comes before. */
    private static @Nullable Node firstSampler(ComfyGraph graph) {
        for (Node end : graph.ends()) {
            Node found =
                    isSampler(end)
                            ? end
                            : graph.upstream(end, ComfySettings::isSampler, (n, i) -> true);
            Set<String> seen = new HashSet<>();
            Node first = found;
            while (found != null && seen.add(found.id())) {
                first = found;
                found =
                        graph.upstream(
                                found,
                                ComfySettings::isSampler,
                                (node, input) -> !ASIDE.contains(input));
            }
            if (first != null) {
                return first;
            }
        }
        return null;
    }

    private static boolean isSampler(Node node) {
        boolean plain =
                node.link("positive") != null && (node.has("seed") || node.has("noise_seed"));
        return plain || (node.link("guider") != null && node.has("sigmas"));
    }

    private static void readPrompts(
            SettingsDraft draft, ComfyGraph graph, Node sampler, Node conditioned) {
        String positiveInput = conditioned.has("conditioning") ? "conditioning" : "positive";
        ComfyPrompt positive = new ComfyPrompt(graph, conditioned, positiveInput);
        ComfyPrompt negative = new ComfyPrompt(graph, conditioned, "negative");
        draft.prompt = positive.text();
        draft.negative = negative.text();
        if (draft.prompt == null) {
            draft.remarks.add("The prompt was put together by nodes that Atelier does not know.");
        }
        if (negative.isZeroed()) {
            draft.remarks.add("The negative prompt was none at all, which is not an empty one.");
        }
        if (positive.hasSecondText() || negative.hasSecondText()) {
            draft.remarks.add(
                    "The two text encoders had different prompts; that of the larger one is taken.");
        }
        Node encoder =
                graph.upstream(
                        sampler,
                        node -> node.has("stop_at_clip_layer"),
                        (node, input) -> !input.startsWith("latent"));
        Integer layer =
                encoder == null ? null : Json.small(encoder.inputs().path("stop_at_clip_layer"));
        draft.clipSkipFromLast(layer == null ? null : -Math.max(layer, -1000));
    }

    private static void readSampling(
            SettingsDraft draft, ComfyGraph graph, Node sampler, Node guider) {
        Node noise = graph.source(sampler, "noise");
        Node method = graph.source(sampler, "sampler");
        Node sigmas = graph.source(sampler, "sigmas");
        draft.seed = whole(graph, noise == null ? sampler : noise, "seed", "noise_seed");
        draft.guidance = number(graph, guider, "cfg");
        draft.sampler(text(graph, method == null ? sampler : method, "sampler_name"));
        draft.eta = method == null ? null : number(graph, method, "eta");
        Node steps = sampler.has("steps") || sigmas == null ? sampler : scheduler(graph, sigmas);
        draft.steps = Json.small(whole(graph, steps, "steps"));
        draft.schedule(text(graph, steps, "scheduler"));
        if (draft.schedule == null && steps.type().endsWith("Scheduler")) {
            draft.schedule(steps.type().replace("Scheduler", ""));
        }
        Double denoise = number(graph, steps, "denoise");
        draft.strength = denoise == null || denoise >= 1 ? null : denoise;
    }

    /** Sigmas may have been cut or turned on their way from the scheduler. */
    private static Node scheduler(ComfyGraph graph, Node sigmas) {
        Node found = graph.upstream(sigmas, node -> node.has("steps"), (node, input) -> true);
        return sigmas.has("steps") || found == null ? sigmas : found;
    }

    private static void readLatents(SettingsDraft draft, ComfyGraph graph, Node sampler) {
        Node latents =
                graph.upstream(
                        sampler,
                        node ->
                                node.type().contains("Latent")
                                        && node.has("width")
                                        && node.has("height"),
                        (node, input) -> !ASIDE.contains(input));
        if (latents != null) {
            draft.width = Json.small(whole(graph, latents, "width"));
            draft.height = Json.small(whole(graph, latents, "height"));
        }
    }

    private static void readVae(SettingsDraft draft, ComfyGraph graph) {
        for (Node end : graph.ends()) {
            Node decoder =
                    graph.upstream(
                            end, node -> node.type().startsWith("VAEDecode"), (n, i) -> true);
            Node loader = decoder == null ? null : graph.source(decoder, "vae");
            String name = loader == null ? null : Json.text(loader.inputs(), "vae_name");
            if (name != null) {
                draft.vae = new MentionedFile(ModelNames.withoutFolders(name), null);
                return;
            }
        }
    }

    private static @Nullable Long whole(ComfyGraph graph, Node node, String... inputs) {
        JsonNode value = graph.value(node, JsonNode::isIntegralNumber, inputs);
        return value == null ? null : Json.whole(value);
    }

    private static @Nullable Double number(ComfyGraph graph, Node node, String input) {
        JsonNode value = graph.value(node, JsonNode::isNumber, input);
        return value == null ? null : Json.number(value);
    }

    private static @Nullable String text(ComfyGraph graph, Node node, String input) {
        JsonNode value = graph.value(node, JsonNode::isString, input);
        return value == null ? null : value.stringValue();
    }
}
