package atelier.cli;

import atelier.model.adapter.AdapterInfo;
import atelier.model.adapter.ModuleGroup;
import atelier.model.generation.PredictionType;
import atelier.model.library.FileHashes;
import atelier.model.library.FileKind;
import atelier.model.library.ModelInspection;
import atelier.model.library.ModelInspection.NetworkSummary;
import atelier.model.library.ModelInspection.PredictionSummary;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an inspection found, as lines for people. */
final class InspectionText {

    private static final String NO_HASHES = "not computed yet; --hash does";

    private InspectionText() {}

    static String of(ModelInspection model, @Nullable FileHashes hashes) {
        Table table = new Table(model.path().toString());
        table.row("what", model.detection().family().label());
        table.row("layout", model.layout());
        table.row("size", Amounts.bytes(model.bytes()));
        if (!model.problem().isEmpty()) {
            table.row("not usable", model.problem());
        }
        if (model.prediction() != null) {
            table.row("predicts", prediction(model.prediction()));
        }
        for (NetworkSummary network : model.networks()) {
            table.row(network.name(), network(network));
        }
        if (model.detection().kind() != FileKind.DIFFUSERS_FOLDER) {
            hashes(table, hashes);
        }
        metadata(table, model.metadata());
        return table.text();
    }

    static String of(AdapterInfo adapter, @Nullable FileHashes hashes) {
        Table table = new Table(adapter.file().toString());
        table.row("what", "an adapter of " + adapter.family().label());
        table.row("layout", adapter.layout().label());
        table.row(
                "size", Amounts.bytes(adapter.bytes()) + ", " + String.join(", ", adapter.types()));
        for (ModuleGroup group : adapter.groups()) {
            table.row(group.network(), group(group));
        }
        table.row("title", adapter.title());
        table.row("trigger", adapter.triggerPhrase());
        if (!adapter.tags().isEmpty()) {
            table.row(
                    "tags",
                    adapter.tags().stream()
                            .map(tag -> "%s (%d)".formatted(tag.tag(), tag.count()))
                            .collect(Collectors.joining(", ")));
        }
        table.row("base model", adapter.baseName());
        table.row("base hash", adapter.baseHash());
        hashes(table, hashes);
        adapter.hashes().forEach(table::row);
        adapter.notes().forEach(note -> table.row("note", note));
        if (adapter.thumbnail()) {
            table.row("picture", "one is inside");
        }
        metadata(table, adapter.metadata());
        return table.text();
    }

    private static String prediction(PredictionSummary prediction) {
        String type =
                prediction.type() == PredictionType.EPSILON
                        ? "the noise (epsilon)"
                        : "the velocity (v)";
        return "%s, by %s; %s zero terminal SNR"
                .formatted(
                        type,
                        prediction.source(),
                        prediction.zeroTerminalSnr() ? "with" : "without");
    }

    private static String network(NetworkSummary network) {
        String types =
                network.types().size() == 1
                        ? network.types().keySet().iterator().next()
                        : network.types().entrySet().stream()
                                .map(type -> type.getKey() + " " + Amounts.count(type.getValue()))
                                .collect(Collectors.joining(" and "));
        String sizes = network.sizes().isEmpty() ? "" : "; " + network.sizes();
        return "%s parameters in %d tensors, %s%s"
                .formatted(Amounts.count(network.parameters()), network.tensors(), types, sizes);
    }

    private static String group(ModuleGroup group) {
        StringBuilder text = new StringBuilder(group.method().label());
        if (group.dora()) {
            text.append(" with DoRA");
        }
        text.append(group.convolution() ? " on %d convolutions" : " on %d layers");
        if (group.rank() > 0) {
            text.append(", rank ")
                    .append(group.rank())
                    .append(", alpha ")
                    .append(number(group.alpha()));
        }
        return text.toString().formatted(group.layers());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static void hashes(Table table, @Nullable FileHashes hashes) {
        table.row("SHA-256", hashes == null ? NO_HASHES : hashes.sha256());
        if (hashes != null) {
            table.row("AutoV2", hashes.autoV2());
            table.row("of the data", hashes.dataSha256());
        }
    }

    private static void metadata(Table table, Map<String, String> metadata) {
        metadata.forEach((name, value) -> table.row("· " + name, value));
    }
}
