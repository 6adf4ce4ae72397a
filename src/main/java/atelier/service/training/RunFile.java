package atelier.service.training;

import atelier.engine.torch.ComputeDevice;
import atelier.model.generation.ModelChoice;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.TrainingOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code run.json} tells: where a run found its model and pictures, and when, where and by
 * what it was computed. Nothing of it goes into what is trained.
 *
 * @param format of the file
 * @param created when the run began
 * @param model where the model lies
 * @param vae where the autoencoder lies that was chosen in place of the model's; null for none
 * @param config where the configurations lie that go before the model's; null for none
 * @param files of the model, as they were when the run began
 * @param data where the pictures lie
 * @param sessions one for the beginning and one for each resume, in their order
 */
record RunFile(
        int format,
        Instant created,
        String model,
        @Nullable String vae,
        @Nullable String config,
        List<Stamp> files,
        String data,
        List<Session> sessions) {

    /** The newest format that is read; it is the one that is written. */
    static final int FORMAT = 1;

    /** Copies the lists. */
    RunFile {
        files = List.copyOf(files);
        sessions = List.copyOf(sessions);
    }

    /**
     * A file by what can be seen without reading it.
     *
     * @param modified when it was changed last
     */
    record Stamp(String file, long size, Instant modified) {

        static Stamp of(ModelFile file) {
            return new Stamp(file.path().toString(), file.size(), file.modified());
        }
    }

    /**
     * A time in which the run was computed without a break.
     *
     * @param started when
     * @param step steps that were done before
     * @param host the machine's name
     * @param system its operating system
     * @param java its Java
     * @param atelier version of Atelier
     * @param device kind of the processor: cpu, cuda or mps
     * @param deviceName the processor's name
     * @param type number format of the networks' arithmetic
     * @param checkpointed whether parts of the UNet were computed again on the way back
     */
    record Session(
            Instant started,
            long step,
            String host,
            String system,
            String java,
            String atelier,
            DeviceChoice device,
            String deviceName,
            String type,
            boolean checkpointed) {

        static Session begin(RunHost host, long step, ComputeDevice device, boolean checkpointed) {
            return new Session(
                    host.now(),
                    step,
                    host.name(),
                    host.system(),
                    Runtime.version().toString(),
                    host.version(),
                    device.kind(),
                    device.name(),
                    device.type().label(),
                    checkpointed);
        }
    }

    /** Of a run that begins. */
    static RunFile begin(TrainingOrder order, List<ModelFile> files, Session session) {
        ModelChoice model = order.model();
        return new RunFile(
                FORMAT,
                session.started(),
                text(model.path()),
                model.vae() == null ? null : text(model.vae()),
                model.config() == null ? null : text(model.config()),
                files.stream().map(Stamp::of).toList(),
                text(order.data()),
                List.of(session));
    }

    private static String text(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    /** The same with another session. */
    RunFile with(Session session) {
        return new RunFile(
                format,
                created,
                model,
                vae,
                config,
                files,
                data,
                Stream.concat(sessions.stream(), Stream.of(session)).toList());
    }

    /** The newest session. */
    Session last() {
        return sessions.getLast();
    }
}
