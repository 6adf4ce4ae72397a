package atelier.engine.weights;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the networks in a single file. They are told apart by what their names begin with; both the
 * original names and diffusers' occur, and a UNet alone often has no prefix at all.
 */
final class SingleFile {

    /** A prefix a network may have, and what some name after it begins with if it is there. */
    private record Place(
            Component component,
            String prefix,
            List<String> marks,
            Function<Set<String>, KeyMap> keys) {

        boolean isIn(Set<String> names) {
            return names.stream()
                    .anyMatch(name ->
                            name.startsWith(prefix)
                                    && marks.stream()
                                            .anyMatch(mark ->
                                                    name.startsWith(mark, prefix.length())));
        }

        KeyMap keys(Set<String> names) {
            return keys.apply(
                    names.stream()
                            .filter(name -> name.startsWith(prefix))
                            .map(name -> name.substring(prefix.length()))
                            .collect(Collectors.toSet()));
        }
    }

    /** More than any model has of anything; a file made to waste time could have more. */
    private static final int MOST = 200;

    /** In the order in which they are tried. */
    private static final List<Place> PLACES = places();

    private final Map<Component, NetworkSource> networks = new EnumMap<>(Component.class);
    private final List<String> strangers = new ArrayList<>();

    /** Assigns every tensor of the file to a network, or to none. */
    SingleFile(SafetensorsFile file) {
        List<TensorInfo> tensors =
                file.tensors().values().stream()
                        .filter(tensor -> !IgnoredTensors.contains(tensor.name()))
                        .toList();
        Set<String> names = tensors.stream().map(TensorInfo::name).collect(Collectors.toSet());
        for (Place place : PLACES) {
            if (!networks.containsKey(place.component()) && place.isIn(names)) {
                networks.put(
                        place.component(),
                        new NetworkSource(place.component(), place.prefix(), place.keys(names)));
            }
        }
        for (TensorInfo tensor : tensors) {
            owner(tensor.name())
                    .ifPresentOrElse(
                            network -> network.add(file, tensor),
                            () -> strangers.add(tensor.name()));
        }
    }

    /** The networks that are there. */
    Map<Component, NetworkSource> networks() {
        return networks;
    }

    /** Names that belong to no network. */
    List<String> strangers() {
        return strangers;
    }

    /** The network whose prefix the name has; of two, the one with the longer. */
    private Optional<NetworkSource> owner(String name) {
        return networks.values().stream()
                .filter(network -> name.startsWith(network.prefix()))
                .filter(network ->
                        !network.prefix().isEmpty() || isAtHome(network.component(), name))
                .max((a, b) -> Integer.compare(a.prefix().length(), b.prefix().length()));
    }

    /**
     * Without prefixes, the autoencoder's names are the ones below its two halves; all others are
     * the UNet's.
     */
    private static boolean isAtHome(Component component, String name) {
        boolean halves =
                name.startsWith("encoder.")
                        || name.startsWith("decoder.")
                        || name.startsWith("quant_conv.")
                        || name.startsWith("post_quant_conv.");
        return component != Component.VAE ? !halves : halves;
    }

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (String prefix : List.of(Component.UNET.prefix(), "diffusion_model.", "unet.", "")) {
            places.add(
                    new Place(
                            Component.UNET,
                            prefix,
                            List.of("input_blocks.", "middle_block.", "output_blocks."),
                            names -> KeyMap.unet(UNetStructure.ofOriginalNames(names))));
            places.add(
                    new Place(
                            Component.UNET,
                            prefix,
                            List.of("down_blocks.", "mid_block.", "up_blocks."),
                            names -> KeyMap.same()));
        }
        for (String prefix : List.of(Component.VAE.prefix(), "vae.", "")) {
            places.add(
                    new Place(
                            Component.VAE,
                            prefix,
                            List.of("encoder.down.", "encoder.mid.", "decoder.up.", "decoder.mid."),
                            SingleFile::vaeKeys));
            places.add(
                    new Place(
                            Component.VAE,
                            prefix,
                            List.of(
                                    "encoder.down_blocks.",
                                    "encoder.mid_block.",
                                    "decoder.up_blocks.",
                                    "decoder.mid_block."),
                            names -> KeyMap.oldVae()));
        }
        for (String prefix : List.of(Component.TEXT_ENCODER_1.prefix(), "text_encoder.")) {
            places.add(
                    new Place(
                            Component.TEXT_ENCODER_1,
                            prefix,
                            List.of("text_model."),
                            names -> KeyMap.same()));
        }
        places.add(
                new Place(
                        Component.TEXT_ENCODER_2,
                        Component.TEXT_ENCODER_2.prefix(),
                        List.of("transformer.resblocks."),
                        names -> KeyMap.openClip(count(names, "transformer.resblocks."))));
        for (String prefix : List.of("conditioner.embedders.1.transformer.", "text_encoder_2.")) {
            places.add(
                    new Place(
                            Component.TEXT_ENCODER_2,
                            prefix,
                            List.of("text_model."),
                            names -> KeyMap.same()));
        }
        return List.copyOf(places);
    }

    private static KeyMap vaeKeys(Set<String> names) {
        int levels = Math.max(count(names, "encoder.down."), count(names, "decoder.up."));
        int layers =
                Math.max(
                        count(names, "encoder.down.0.block."),
                        count(names, "decoder.up.0.block.") - 1);
        return KeyMap.vae(levels, layers);
    }

    private static int count(Set<String> names, String path) {
        int number = 0;
        while (number < MOST && isAny(names, path + number + ".")) {
            number++;
        }
        return number;
    }

    private static boolean isAny(Set<String> names, String path) {
        return names.stream().anyMatch(name -> name.startsWith(path));
    }
}
